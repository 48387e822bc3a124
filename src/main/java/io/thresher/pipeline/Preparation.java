package io.thresher.pipeline;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.model.Feature;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import io.thresher.seed.Seed;
import java.util.ArrayList;
import java.util.List;

/** Columns to features, fitted on training rows. */
public final class Preparation {
    private final List<ColumnPreparation> parts;
    private final List<Feature> features;

    private Preparation(List<ColumnPreparation> parts) {
        this.parts = List.copyOf(parts);
        this.features = parts.stream().flatMap(part -> part.features().stream()).toList();
    }

    /**
     * Learns medians, levels and whatever else the recipe wants from {@code training}.
     *
     * @param target what the rows of {@code training} should give
     * @param seed of all chance there is in it
     */
    public static PreparedTraining fit(Table training, Target target, PreparationRecipe recipe, Seed seed) {
        List<FittedColumns> fitted = new ArrayList<>();
        List<NumberColumn> numbers = new ArrayList<>();
        for (Column column : training.columns()) {
            if (column instanceof NumberColumn number) {
                numbers.add(number);
            } else if (column instanceof CategoryColumn words) {
                fitted.add(recipe.fit(words, target, seed.fork("words")));
            }
        }
        fitted.add(0, FittedColumns.of(NumberPreparation.fit(numbers, recipe.numbers())));
        fitted.removeIf(columns -> columns.preparation().features().isEmpty());
        Preparation preparation =
                new Preparation(fitted.stream().map(FittedColumns::preparation).toList());
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
        int stride = features.size();
        float[] values = new float[Math.multiplyExact(table.rows(), stride)];
        int offset = 0;
        for (int i = 0; i < writers.size(); i++) {
            writers.get(i).write(table, new FeatureBlock(values, stride, offset));
            offset += parts.get(i).features().size();
        }
        return FeatureMatrix.of(features, table.rows(), values);
    }
}
