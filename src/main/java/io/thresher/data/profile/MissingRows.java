package io.thresher.data.profile;

import io.thresher.data.profile.Missingness.Pair;
import io.thresher.data.profile.Missingness.Pattern;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Which values are missing together, exactly, in one pass: the rows are grouped by the set of their missing columns.
 * The sets are bits in words of {@value #PAIRED}, the columns with the most missing values first.
 */
final class MissingRows {
    /** Columns that are compared with each other: as many as there are bits in a word. */
    static final int PAIRED = 62;

    private static final int TOP_PATTERNS = 10;
    private static final int TOP_PAIRS = 50;
    private static final Comparator<Group> COMMONEST_LAST =
            Comparator.comparingLong(Group::rows).thenComparing(Group::order, Comparator.reverseOrder());

    private final StoredRows rows;
    /** The columns with missing values, those with the most first. */
    private final List<Integer> places;

    private final long[] missing;
    private final long[][] together;
    private final PriorityQueue<Group> top = new PriorityQueue<>(COMMONEST_LAST);
    private long incomplete;

    private MissingRows(StoredRows rows, long[] missing) {
        this.rows = rows;
        this.missing = missing;
        this.places = rows.places(place -> missing[place] > 0).stream()
                .sorted(Comparator.comparingLong(place -> -missing[place]))
                .toList();
        int paired = Math.min(PAIRED, places.size());
        this.together = new long[paired][paired];
    }

    private record Group(List<Integer> columns, long rows) {

        /** Ties go by how many columns, then by which. */
        String order() {
            return "%06d %s".formatted(columns.size(), columns);
        }
    }

    /**
     * What was found.
     *
     * @param complete rows in which nothing is missing
     */
    record Found(long complete, Missingness missingness) {}

    /** Looks at all rows; {@code missing} holds for every place how many are missing. */
    static Found of(StoredRows rows, long[] missing) {
        MissingRows found = new MissingRows(rows, missing);
        if (!found.places.isEmpty()) {
            found.group();
        }
        return new Found(
                rows.schema().rows() - found.incomplete, new Missingness(found.topPatterns(), found.topPairs()));
    }

    private void group() {
        List<String> words = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int from = 0; from < places.size(); from += PAIRED) {
            int first = from;
            int bits = Math.min(PAIRED, places.size() - from);
            words.add(String.join(
                    " + ",
                    IntStream.range(0, bits)
                            .mapToObj(bit ->
                                    "CAST(c%d IS NULL AS BIGINT) * %d".formatted(places.get(first + bit), 1L << bit))
                            .toList()));
            names.add("m" + names.size());
        }
        String masks = String.join(", ", names);
        String grouped = "SELECT %1$s, count(*) FROM (SELECT %2$s FROM t) AS masks(%1$s) GROUP BY %1$s"
                .formatted(masks, String.join(", ", words));
        rows.query(grouped, groups -> {
            while (groups.next()) {
                add(groups, names.size());
            }
            return places.size();
        });
    }

    private void add(ResultSet group, int words) throws SQLException {
        long[] masks = new long[words];
        for (int i = 0; i < words; i++) {
            masks[i] = group.getLong(i + 1);
        }
        long count = group.getLong(words + 1);
        if (Arrays.stream(masks).allMatch(mask -> mask == 0)) {
            return;
        }
        incomplete += count;
        addPairs(masks[0], count);
        if (top.size() < TOP_PATTERNS || count >= top.element().rows()) {
            top.add(new Group(columns(masks), count));
            if (top.size() > TOP_PATTERNS) {
                top.remove();
            }
        }
    }

    private void addPairs(long mask, long count) {
        BitSet bits = BitSet.valueOf(new long[] {mask});
        for (int i = bits.nextSetBit(0); i >= 0; i = bits.nextSetBit(i + 1)) {
            for (int j = bits.nextSetBit(i + 1); j >= 0; j = bits.nextSetBit(j + 1)) {
                together[i][j] += count;
            }
        }
    }

    private List<Integer> columns(long[] masks) {
        return IntStream.range(0, places.size())
                .filter(i -> (masks[i / PAIRED] >> (i % PAIRED) & 1) == 1)
                .mapToObj(places::get)
                .sorted()
                .toList();
    }

    private List<Pattern> topPatterns() {
        return top.stream()
                .sorted(COMMONEST_LAST.reversed())
                .map(group ->
                        new Pattern(group.columns().stream().map(this::nameOf).toList(), group.rows()))
                .toList();
    }

    private List<Pair> topPairs() {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < together.length; i++) {
            for (int j = i + 1; j < together.length; j++) {
                if (together[i][j] > 0) {
                    pairs.add(pair(places.get(i), places.get(j), together[i][j]));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble((Pair pair) -> -pair.share())
                .thenComparing(Comparator.comparingLong((Pair pair) -> -pair.both())));
        return pairs.stream().limit(TOP_PAIRS).toList();
    }

    private Pair pair(int one, int other, long both) {
        return new Pair(
                nameOf(Math.min(one, other)),
                nameOf(Math.max(one, other)),
                both,
                both / (double) (missing[one] + missing[other] - both));
    }

    private String nameOf(int place) {
        return rows.schema().columns().get(place).name();
    }
}
