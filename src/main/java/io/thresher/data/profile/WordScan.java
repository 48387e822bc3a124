package io.thresher.data.profile;

import io.thresher.data.ColumnSchema;
import io.thresher.data.profile.WordProfile.WordCount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Profiles of columns of words: lengths in one pass, and for the commonest words a count of all. */
final class WordScan {
    private static final int TOP = 10;
    private static final int LENGTHS_AT_ONCE = 50;
    /** Columns whose words are counted in one query: memory for the counts against the cost of a query. */
    private static final int COUNTED_AT_ONCE = 8;

    private final StoredRows rows;
    private final Map<Integer, List<WordCount>> top = new HashMap<>();
    private final Map<Integer, WordProfile> profiles = new HashMap<>();

    private WordScan(StoredRows rows) {
        this.rows = rows;
    }

    /** The profiles by place, of the columns that have any word. */
    static Map<Integer, WordProfile> of(StoredRows rows) {
        List<Integer> places =
                rows.places(i -> !rows.schema().columns().get(i).type().isNumeric());
        WordScan scan = new WordScan(rows);
        for (int from = 0; from < places.size(); from += COUNTED_AT_ONCE) {
            scan.count(places.subList(from, Math.min(places.size(), from + COUNTED_AT_ONCE)));
        }
        rows.aggregate(places, LENGTHS_AT_ONCE, 3, WordScan::lengthsOf, scan::addProfile);
        return scan.profiles;
    }

    private void count(List<Integer> places) {
        String counts = places.stream().map(this::countsOf).collect(Collectors.joining(" UNION ALL "));
        rows.query(counts, found -> {
            while (found.next()) {
                top.computeIfAbsent(found.getInt(1), place -> new ArrayList<>())
                        .add(new WordCount(Excerpt.of(found.getString(2)), found.getLong(3)));
            }
            return places.size();
        });
    }

    private String countsOf(int place) {
        ColumnSchema column = rows.schema().columns().get(place);
        boolean allDiffer = column.distinct() == rows.schema().rows() - column.missing();
        String counted = allDiffer ? "1 AS n" : "count(*) AS n";
        String grouped = allDiffer ? "" : "GROUP BY c" + place;
        return "(SELECT %1$d, c%1$d, %2$s FROM t WHERE c%1$d IS NOT NULL %3$s ORDER BY n DESC, c%1$d LIMIT %4$d)"
                .formatted(place, counted, grouped, TOP);
    }

    private static String lengthsOf(int place) {
        return "min(length(c%1$d)), avg(length(c%1$d)), max(length(c%1$d))".formatted(place);
    }

    private void addProfile(int place, ResultSet row, int first) throws SQLException {
        long shortest = row.getLong(first);
        if (row.wasNull()) {
            return;
        }
        List<WordCount> commonest = new ArrayList<>(top.getOrDefault(place, List.of()));
        commonest.sort(
                (a, b) -> a.count() == b.count() ? a.word().compareTo(b.word()) : Long.compare(b.count(), a.count()));
        profiles.put(place, new WordProfile(commonest, shortest, row.getDouble(first + 1), row.getLong(first + 2)));
    }
}
