package io.thresher.pipeline;

import io.thresher.data.CategoryColumn;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The places of the words of one column: one for each level that is kept, in alphabetical order, then one that rare words
 * of the training rows and words never seen share, then one for missing words.
 */
final class WordLevels {
    private final String column;
    private final List<String> levels;
    private final boolean hasOther;
    private final boolean hasMissing;

    private WordLevels(String column, List<String> levels, boolean hasOther, boolean hasMissing) {
        this.column = column;
        this.levels = levels;
        this.hasOther = hasOther;
        this.hasMissing = hasMissing;
    }

    /**
     * The levels of the training rows.
     *
     * @param minCount rows a level must have to be kept
     * @param maxLevels levels kept at most, most frequent first
     */
    static WordLevels of(CategoryColumn column, int minCount, int maxLevels) {
        int[] counts = new int[column.levels().size()];
        int missing = 0;
        for (int row = 0; row < column.rows(); row++) {
            if (column.code(row) < 0) {
                missing++;
            } else {
                counts[column.code(row)]++;
            }
        }
        List<String> kept = IntStream.range(0, counts.length)
                .filter(code -> counts[code] >= Math.max(1, minCount))
                .boxed()
                .sorted(Comparator.comparingInt((Integer code) -> -counts[code])
                        .thenComparing(code -> column.levels().get(code)))
                .limit(maxLevels)
                .map(code -> column.levels().get(code))
                .sorted()
                .toList();
        long seen = IntStream.of(counts).filter(count -> count > 0).count();
        return new WordLevels(column.name(), kept, kept.size() < seen, missing > 0);
    }

    String column() {
        return column;
    }

    /** The levels kept; the place of a level is its index. */
    List<String> levels() {
        return levels;
    }

    /** The place of rare and unseen words. */
    int other() {
        return levels.size();
    }

    /** The place of missing words. */
    int missing() {
        return levels.size() + 1;
    }

    /** Number of places. */
    int places() {
        return levels.size() + 2;
    }

    /** Whether training rows have words that are not kept. */
    boolean hasOther() {
        return hasOther;
    }

    /** Whether the word of a training row is missing. */
    boolean hasMissing() {
        return hasMissing;
    }

    /** The place of the word in every row. */
    int[] places(CategoryColumn words) {
        Map<String, Integer> placeOf = new HashMap<>();
        levels.forEach(level -> placeOf.put(level, placeOf.size()));
        int[] ofCode = words.levels().stream()
                .mapToInt(level -> placeOf.getOrDefault(level, other()))
                .toArray();
        int[] places = new int[words.rows()];
        for (int row = 0; row < places.length; row++) {
            places[row] = words.code(row) < 0 ? missing() : ofCode[words.code(row)];
        }
        return places;
    }

    /** Draws the place of the word in every row, int64, N × 1. */
    Tensor drawPlaces(GraphBuilder graph) {
        List<Long> places = new ArrayList<>();
        levels.forEach(level -> places.add((long) places.size()));
        places.add((long) missing());
        return graph.applyMl(
                "LabelEncoder",
                Attributes.none()
                        .withStrings("keys_strings", keys())
                        .withLongs("values_int64s", places)
                        .with("default_int64", other()),
                graph.stringInput(column));
    }

    /** Draws a number for the word in every row, float32, N × 1; {@code ofPlace} has one a place. */
    Tensor drawNumbers(GraphBuilder graph, float[] ofPlace) {
        List<Float> numbers = new ArrayList<>();
        IntStream.range(0, levels.size()).forEach(place -> numbers.add(ofPlace[place]));
        numbers.add(ofPlace[missing()]);
        return graph.applyMl(
                "LabelEncoder",
                Attributes.none()
                        .withStrings("keys_strings", keys())
                        .withFloats("values_floats", numbers)
                        .with("default_float", ofPlace[other()]),
                graph.stringInput(column));
    }

    private List<String> keys() {
        List<String> keys = new ArrayList<>(levels);
        keys.add("");
        return keys;
    }
}
