package io.thresher.pipeline;

import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.model.Feature;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import io.thresher.pipeline.NumberRecipe.Imputation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers as features: infinities count as missing, missing ones are imputed and flagged, known and imputed ones go
 * through the steps of the recipe. All numeric columns are prepared as one block, in float32, in the same order of
 * operations as the graph.
 */
final class NumberPreparation implements ColumnPreparation {
    /** Rows written together, so that the features of wide tables stay in the cache from one column to the next. */
    private static final int ROWS_AT_ONCE = 128;

    private final List<String> columns;
    private final Imputation imputation;
    private final float[] fills;
    private final int[] indicators;
    private final List<NumberStep> steps;

    private NumberPreparation(
            List<String> columns, Imputation imputation, float[] fills, int[] indicators, List<NumberStep> steps) {
        this.columns = columns;
        this.imputation = imputation;
        this.fills = fills;
        this.indicators = indicators;
        this.steps = steps;
    }

    static NumberPreparation fit(List<NumberColumn> columns, NumberRecipe recipe) {
        List<String> names = columns.stream().map(NumberColumn::name).toList();
        if (recipe.imputation() == Imputation.NONE && recipe.isPlain()) {
            return new NumberPreparation(names, Imputation.NONE, new float[0], new int[0], List.of());
        }
        List<KnownNumbers> known = columns.stream().map(KnownNumbers::of).toList();
        float[] fills = new float[columns.size()];
        List<Integer> indicators = new ArrayList<>();
        for (int i = 0; i < fills.length; i++) {
            boolean mean = recipe.imputation() == Imputation.MEAN;
            fills[i] = (float) (mean ? known.get(i).mean() : known.get(i).quantile(0.5));
            if (recipe.imputation() != Imputation.NONE
                    && known.get(i).count() < columns.get(i).rows()) {
                indicators.add(i);
            }
        }
        return new NumberPreparation(
                names,
                recipe.imputation(),
                fills,
                indicators.stream().mapToInt(Integer::intValue).toArray(),
                recipe.fit(known));
    }

    @Override
    public List<Feature> features() {
        List<Feature> features = new ArrayList<>();
        // Every step keeps the order of numbers.
        columns.forEach(column -> features.add(new Feature(column, column, Feature.Kind.NUMBER)));
        for (int indicator : indicators) {
            String column = columns.get(indicator);
            features.add(new Feature(column + " is missing", column, Feature.Kind.DERIVED));
        }
        return features;
    }

    @Override
    public void write(Table rows, FeatureBlock features) {
        List<NumberColumn> values = columns.stream()
                .map(name -> ColumnPreparation.numbers(rows, name))
                .toList();
        for (int from = 0; from < rows.rows(); from += ROWS_AT_ONCE) {
            write(values, from, Math.min(rows.rows(), from + ROWS_AT_ONCE), features);
        }
    }

    private void write(List<NumberColumn> values, int from, int to, FeatureBlock features) {
        for (int i = 0; i < columns.size(); i++) {
            NumberColumn column = values.get(i);
            for (int row = from; row < to; row++) {
                features.set(row, i, feature(i, column.value(row)));
            }
        }
        for (int j = 0; j < indicators.length; j++) {
            NumberColumn column = values.get(indicators[j]);
            for (int row = from; row < to; row++) {
                features.set(row, columns.size() + j, Float.isFinite(column.value(row)) ? 0 : 1);
            }
        }
    }

    private float feature(int column, float value) {
        if (!Float.isFinite(value) && imputation == Imputation.NONE) {
            return Float.NaN;
        }
        float feature = Float.isFinite(value) ? value : fills[column];
        for (NumberStep step : steps) {
            feature = step.apply(column, feature);
        }
        return feature;
    }

    /** One tensor for the numbers and, if any, one for the indicators. */
    @Override
    public List<Tensor> draw(GraphBuilder graph) {
        if (columns.isEmpty()) {
            return List.of();
        }
        Tensor[] inputs = columns.stream().map(graph::numberInput).toArray(Tensor[]::new);
        Tensor raw = inputs.length == 1
                ? inputs[0]
                : graph.apply("Concat", Attributes.none().with("axis", 1), inputs);
        Tensor numbers = graph.apply("Where", graph.apply("IsInf", raw), NumberStep.scalar(graph, Float.NaN), raw);
        Tensor missing = graph.apply("IsNaN", numbers);
        if (imputation == Imputation.NONE) {
            Tensor stepped = stepped(graph, numbers);
            return List.of(
                    steps.isEmpty()
                            ? numbers
                            : graph.apply("Where", missing, NumberStep.scalar(graph, Float.NaN), stepped));
        }
        Tensor imputed = graph.apply("Where", missing, NumberStep.row(graph, fills), numbers);
        List<Tensor> features = new ArrayList<>(List.of(stepped(graph, imputed)));
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

    private Tensor stepped(GraphBuilder graph, Tensor numbers) {
        Tensor result = numbers;
        for (NumberStep step : steps) {
            result = step.draw(graph, result);
        }
        return result;
    }
}
