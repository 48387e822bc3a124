package io.thresher.data.profile;

import io.thresher.data.csv.Numerals;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** A few distinct values of every column, from rows all over the file in the order of the file where that gives enough. */
final class ExampleValues {
    private static final int EXAMPLES = 5;
    /** Rows looked at first. */
    private static final long ROWS = 50;

    private static final int AT_ONCE = 500;

    private final StoredRows rows;
    /** For every place its values in the rows looked at; empty where missing. */
    private final Map<Integer, List<String>> looked = new HashMap<>();

    private ExampleValues(StoredRows rows) {
        this.rows = rows;
    }

    /** The examples by place; none where all values are missing. */
    static Map<Integer, List<String>> of(StoredRows rows) {
        ExampleValues examples = new ExampleValues(rows);
        List<Integer> places = rows.places(place -> true);
        for (int from = 0; from < places.size(); from += AT_ONCE) {
            examples.look(places.subList(from, Math.min(places.size(), from + AT_ONCE)));
        }
        Map<Integer, List<String>> found = new HashMap<>();
        places.forEach(place -> found.put(place, examples.find(place)));
        return found;
    }

    private void look(List<Integer> places) {
        long step = Math.max(1, rows.schema().rows() / ROWS);
        String sql = "SELECT %s FROM t WHERE r %% %d = 0 ORDER BY r"
                .formatted(StoredRows.each(places, place -> "c" + place), step);
        rows.query(sql, row -> {
            while (row.next()) {
                for (int i = 0; i < places.size(); i++) {
                    String value = row.getString(i + 1);
                    looked.computeIfAbsent(places.get(i), place -> new ArrayList<>())
                            .add(value == null ? "" : value);
                }
            }
            return places.size();
        });
    }

    private List<String> find(int place) {
        List<String> values = spread(looked.getOrDefault(place, List.of()));
        long distinct = rows.schema().columns().get(place).distinct();
        if (values.size() < Math.min(EXAMPLES, distinct)) {
            values = earliest(place);
        }
        boolean numeric = rows.schema().columns().get(place).type().isNumeric();
        return numeric
                ? values.stream()
                        .map(value -> Numerals.print(Double.parseDouble(value)))
                        .toList()
                : values.stream().map(Excerpt::of).toList();
    }

    /** From each fifth of the rows the first value that is not among those before, then others till there are five. */
    private static List<String> spread(List<String> values) {
        Set<String> chosen = new LinkedHashSet<>();
        for (int part = 0; part < EXAMPLES; part++) {
            IntStream.range(part * values.size() / EXAMPLES, (part + 1) * values.size() / EXAMPLES)
                    .mapToObj(values::get)
                    .filter(value -> !value.isEmpty() && !chosen.contains(value))
                    .findFirst()
                    .ifPresent(chosen::add);
        }
        for (String value : values) {
            if (chosen.size() < EXAMPLES && !value.isEmpty()) {
                chosen.add(value);
            }
        }
        return List.copyOf(chosen);
    }

    private List<String> earliest(int place) {
        String sql =
                "SELECT c%1$d, min(r) AS first FROM t WHERE c%1$d IS NOT NULL GROUP BY c%1$d ORDER BY first LIMIT %2$d"
                        .formatted(place, EXAMPLES);
        return rows.query(sql, row -> {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return Collections.unmodifiableList(values);
        });
    }
}
