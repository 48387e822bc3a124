package io.thresher.pipeline;

import io.thresher.data.CategoryColumn;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import io.thresher.pipeline.PreparationRecipe.Encoding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The words of one column as features. Unseen, rare and missing words each have a defined place. */
final class WordPreparation {
    private static final float UNSEEN = -1;

    private final String column;
    private final List<String> levels;
    private final Encoding encoding;
    private final boolean missingIsLevel;
    private final float missingCode;

    private WordPreparation(
            String column, List<String> levels, Encoding encoding, boolean missingIsLevel, float missingCode) {
        this.column = column;
        this.levels = levels;
        this.encoding = encoding;
        this.missingIsLevel = missingIsLevel;
        this.missingCode = missingCode;
    }

    static WordPreparation fit(CategoryColumn column, PreparationRecipe recipe) {
        int[] counts = new int[column.levels().size()];
        int missing = 0;
        for (int row = 0; row < column.rows(); row++) {
            if (column.code(row) < 0) {
                missing++;
            } else {
                counts[column.code(row)]++;
            }
        }
        List<String> levels = IntStream.range(0, counts.length)
                .filter(code -> counts[code] > 0)
                .boxed()
                .sorted(Comparator.comparingInt((Integer code) -> -counts[code])
                        .thenComparing(code -> column.levels().get(code)))
                .limit(recipe.maxLevels())
                .map(code -> column.levels().get(code))
                .sorted()
                .toList();
        boolean acceptsMissing = recipe.imputation() == PreparationRecipe.Imputation.NONE;
        float missingCode = recipe.encoding() == Encoding.ORDINAL && acceptsMissing ? Float.NaN : levels.size();
        return new WordPreparation(column.name(), levels, recipe.encoding(), missing > 0, missingCode);
    }

    String column() {
        return column;
    }

    List<String> featureNames() {
        if (encoding == Encoding.ORDINAL) {
            return List.of(column);
        }
        List<String> names = new ArrayList<>();
        levels.forEach(level -> names.add(column + " = " + level));
        if (missingIsLevel) {
            names.add(column + " is missing");
        }
        return names;
    }

    /** Writes the features of all rows into {@code features} (rows × stride), from feature {@code offset} on. */
    void apply(CategoryColumn words, float[] features, int stride, int offset) {
        float[] codes = codes(words.levels());
        int width = featureNames().size();
        for (int row = 0; row < words.rows(); row++) {
            float code = words.code(row) < 0 ? missingCode : codes[words.code(row)];
            int start = row * stride + offset;
            if (encoding == Encoding.ORDINAL) {
                features[start] = code;
            } else if (code >= 0 && code < width) {
                features[start + (int) code] = 1;
            }
        }
    }

    /** The drawn features, N × features. */
    Tensor draw(GraphBuilder graph) {
        List<String> words = new ArrayList<>(levels);
        words.add("");
        List<Float> codes = new ArrayList<>();
        levels.forEach(level -> codes.add((float) codes.size()));
        codes.add(missingCode);
        Tensor code = graph.applyMl(
                "LabelEncoder",
                Attributes.none()
                        .withStrings("keys_strings", words)
                        .withFloats("values_floats", codes)
                        .with("default_float", UNSEEN),
                graph.stringInput(column));
        if (encoding == Encoding.ORDINAL) {
            return code;
        }
        int width = featureNames().size();
        float[] positions = new float[width];
        for (int i = 0; i < width; i++) {
            positions[i] = i;
        }
        Tensor hits = graph.apply("Equal", code, graph.floats(new long[] {1, width}, positions));
        return graph.apply("Cast", Attributes.none().with("to", 1), hits);
    }

    private float[] codes(List<String> words) {
        Map<String, Integer> positions = new HashMap<>();
        levels.forEach(level -> positions.put(level, positions.size()));
        float[] codes = new float[words.size()];
        for (int i = 0; i < codes.length; i++) {
            Integer position = positions.get(words.get(i));
            codes[i] = position == null ? UNSEEN : position;
        }
        return codes;
    }
}
