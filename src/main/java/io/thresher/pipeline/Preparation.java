package io.thresher.pipeline;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.model.Feature;
import io.thresher.model.FeatureDemand;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.SparseValues;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import io.thresher.seed.Seed;
import java.util.ArrayList;
import java.util.List;

/** Columns to features, fitted on training rows. */
public final class Preparation {
    /** Columns below which zeros are too few to be worth passing over. */
    private static final int MANY_FEATURES = 100;

    private final List<ColumnPreparation> parts;
    private final List<Feature> features;
    private final boolean sparse;

    private Preparation(List<ColumnPreparation> parts, FeatureDemand demand) {
        this.parts = List.copyOf(parts);
        this.features = parts.stream().flatMap(part -> part.features().stream()).toList();
        this.sparse = demand.takesSparse() && isMostlyZero();
    }

    /** Whether at most a fourth of many features may be other than 0 in most rows. */
    private boolean isMostlyZero() {
        int zero = parts.stream()
                .filter(ColumnPreparation::isMostlyZero)
                .mapToInt(part -> part.features().size())
                .sum();
        return features.size() >= MANY_FEATURES && 4L * zero >= 3L * features.size();
    }

    /**
     * Learns medians, levels and whatever else the recipe wants from {@code training}.
     *
     * @param target what the rows of {@code training} should give
     * @param seed of all chance there is in it
     */
    public static PreparedTraining fit(Table training, Target target, PreparationRecipe recipe, Seed seed) {
        PreparationRecipe fitting = recipe.within(training);
        List<FittedColumns> fitted = new ArrayList<>();
        List<NumberColumn> numbers = new ArrayList<>();
        for (Column column : training.columns()) {
            if (column instanceof NumberColumn number) {
                numbers.add(number);
            } else if (column instanceof CategoryColumn words) {
                fitted.add(fitting.fit(words, target, seed.fork("words")));
            }
        }
        fitted.add(0, FittedColumns.of(NumberPreparation.fit(numbers, recipe.numbers())));
        fitted.removeIf(columns -> columns.preparation().features().isEmpty());
        Preparation preparation =
                new Preparation(fitted.stream().map(FittedColumns::preparation).toList(), recipe.demand());
        List<FeatureWriter> ofTraining =
                fitted.stream().map(FittedColumns::training).toList();
        return new PreparedTraining(preparation, preparation.features(training, ofTraining));
    }

    /** The features of every row of {@code table}, which has the columns of the training table. */
    public FeatureMatrix apply(Table table) {
        return features(table, parts);
    }

    /** Draws the way from raw columns to features, N × features. */
    public Tensor draw(GraphBuilder graph) {
        List<Tensor> drawn = new ArrayList<>();
        parts.forEach(part -> drawn.addAll(part.draw(graph)));
        if (drawn.size() == 1) {
            return drawn.get(0);
        }
        return graph.apply("Concat", Attributes.none().with("axis", 1), drawn.toArray(Tensor[]::new));
    }

    private FeatureMatrix features(Table table, List<? extends FeatureWriter> writers) {
        if (sparse) {
            return sparseFeatures(table, writers);
        }
        int stride = features.size();
        float[] values = new float[Math.multiplyExact(table.rows(), stride)];
        int offset = 0;
        for (int i = 0; i < writers.size(); i++) {
            writers.get(i).write(table, FeatureBlock.of(values, stride, offset));
            offset += parts.get(i).features().size();
        }
        return FeatureMatrix.of(features, table.rows(), values);
    }

    private FeatureMatrix sparseFeatures(Table table, List<? extends FeatureWriter> writers) {
        SparseValues.Builder values = new SparseValues.Builder(table.rows(), features.size());
        int offset = 0;
        for (int i = 0; i < writers.size(); i++) {
            writers.get(i).write(table, FeatureBlock.of(values, offset));
            offset += parts.get(i).features().size();
        }
        return FeatureMatrix.of(features, values.build());
    }
}
