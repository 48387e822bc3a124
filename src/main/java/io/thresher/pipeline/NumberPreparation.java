package io.thresher.pipeline;

import io.thresher.data.NumberColumn;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import io.thresher.pipeline.PreparationRecipe.Imputation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers as features: infinities count as missing, missing ones are imputed, scaled ones have zero mean and unit
 * variance. All numeric columns are prepared as one block, in float32, in the same order of operations as the graph.
 */
final class NumberPreparation {
    private final List<String> columns;
    private final Imputation imputation;
    private final boolean scaled;
    private final float[] fills;
    private final float[] means;
    private final float[] inverseDeviations;
    private final int[] indicators;

    private NumberPreparation(
            List<String> columns,
            PreparationRecipe recipe,
            float[] fills,
            float[] means,
            float[] inverseDeviations,
            int[] indicators) {
        this.columns = columns;
        this.imputation = recipe.imputation();
        this.scaled = recipe.scaled();
        this.fills = fills;
        this.means = means;
        this.inverseDeviations = inverseDeviations;
        this.indicators = indicators;
    }

    static NumberPreparation fit(List<NumberColumn> columns, PreparationRecipe recipe) {
        int count = columns.size();
        float[] fills = new float[count];
        float[] means = new float[count];
        float[] inverseDeviations = new float[count];
        List<Integer> indicators = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            NumberColumn column = columns.get(i);
            double[] known = known(column);
            fills[i] = (float) (recipe.imputation() == Imputation.MEAN ? mean(known) : median(known));
            if (recipe.imputation() != Imputation.NONE && known.length < column.rows()) {
                indicators.add(i);
            }
            double mean = mean(known);
            double deviation = deviation(known, mean);
            means[i] = (float) mean;
            inverseDeviations[i] =
                    deviation > 0 && Float.isFinite((float) (1 / deviation)) ? (float) (1 / deviation) : 1;
        }
        return new NumberPreparation(
                columns.stream().map(NumberColumn::name).toList(),
                recipe,
                fills,
                means,
                inverseDeviations,
                indicators.stream().mapToInt(Integer::intValue).toArray());
    }

    List<String> featureNames() {
        List<String> names = new ArrayList<>(columns);
        for (int indicator : indicators) {
            names.add(columns.get(indicator) + " is missing");
        }
        return names;
    }

    List<String> columns() {
        return columns;
    }

    /** Writes the features of all rows into {@code features} (rows × stride), from feature {@code offset} on. */
    void apply(List<NumberColumn> values, float[] features, int stride, int offset) {
        for (int i = 0; i < columns.size(); i++) {
            NumberColumn column = values.get(i);
            for (int row = 0; row < column.rows(); row++) {
                features[row * stride + offset + i] = feature(i, column.value(row));
            }
        }
        for (int j = 0; j < indicators.length; j++) {
            NumberColumn column = values.get(indicators[j]);
            for (int row = 0; row < column.rows(); row++) {
                boolean missing = !Float.isFinite(column.value(row));
                features[row * stride + offset + columns.size() + j] = missing ? 1 : 0;
            }
        }
    }

    /** The drawn features, N × features; one tensor for the numbers and, if any, one for the indicators. */
    List<Tensor> draw(GraphBuilder graph) {
        if (columns.isEmpty()) {
            return List.of();
        }
        Tensor[] inputs = columns.stream().map(graph::numberInput).toArray(Tensor[]::new);
        Tensor raw = inputs.length == 1
                ? inputs[0]
                : graph.apply("Concat", Attributes.none().with("axis", 1), inputs);
        Tensor numbers = graph.apply("Where", graph.apply("IsInf", raw), graph.floats(new long[] {1}, Float.NaN), raw);
        if (imputation == Imputation.NONE) {
            return List.of(scaled(graph, numbers));
        }
        Tensor missing = graph.apply("IsNaN", numbers);
        Tensor imputed = graph.apply("Where", missing, row(graph, fills), numbers);
        List<Tensor> features = new ArrayList<>(List.of(scaled(graph, imputed)));
        if (indicators.length > 0) {
            Tensor flags = graph.apply("Cast", Attributes.none().with("to", 1), missing);
            long[] positions = Arrays.stream(indicators).asLongStream().toArray();
            features.add(graph.apply(
                    "Gather",
                    Attributes.none().with("axis", 1),
                    flags,
                    graph.longs(new long[] {positions.length}, positions)));
        }
        return features;
    }

    private Tensor scaled(GraphBuilder graph, Tensor numbers) {
        if (!scaled) {
            return numbers;
        }
        return graph.apply("Mul", graph.apply("Sub", numbers, row(graph, means)), row(graph, inverseDeviations));
    }

    private static Tensor row(GraphBuilder graph, float[] values) {
        return graph.floats(new long[] {1, values.length}, values);
    }

    private float feature(int column, float value) {
        float known = Float.isFinite(value) ? value : imputation == Imputation.NONE ? Float.NaN : fills[column];
        return scaled ? (known - means[column]) * inverseDeviations[column] : known;
    }

    private static double[] known(NumberColumn column) {
        double[] known = new double[column.rows()];
        int count = 0;
        for (int row = 0; row < column.rows(); row++) {
            if (Float.isFinite(column.value(row))) {
                known[count++] = column.value(row);
            }
        }
        return Arrays.copyOf(known, count);
    }

    private static double mean(double[] known) {
        return Arrays.stream(known).average().orElse(0);
    }

    private static double median(double[] known) {
        if (known.length == 0) {
            return 0;
        }
        double[] sorted = known.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double deviation(double[] known, double mean) {
        double squares = Arrays.stream(known)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return known.length == 0 ? 0 : Math.sqrt(squares / known.length);
    }
}
