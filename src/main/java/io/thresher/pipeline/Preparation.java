package io.thresher.pipeline;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Columns to features, fitted on training rows. */
public final class Preparation {
    private final NumberPreparation numbers;
    private final List<WordPreparation> words;
    private final List<String> featureNames;

    private Preparation(NumberPreparation numbers, List<WordPreparation> words) {
        this.numbers = numbers;
        this.words = words;
        List<String> names = new ArrayList<>(numbers.featureNames());
        words.forEach(word -> names.addAll(word.featureNames()));
        this.featureNames = List.copyOf(names);
    }

    /** Learns medians, means and levels from {@code training}, every column of which becomes features. */
    public static Preparation fit(Table training, PreparationRecipe recipe) {
        List<NumberColumn> numbers = new ArrayList<>();
        List<WordPreparation> words = new ArrayList<>();
        for (Column column : training.columns()) {
            if (column instanceof NumberColumn number) {
                numbers.add(number);
            } else if (column instanceof CategoryColumn word) {
                words.add(WordPreparation.fit(word, recipe));
            }
        }
        return new Preparation(
                NumberPreparation.fit(numbers, recipe),
                words.stream().filter(word -> !word.featureNames().isEmpty()).toList());
    }

    /** The features of every row of {@code table}, which has the columns of the training table. */
    public FeatureMatrix apply(Table table) {
        int stride = featureNames.size();
        float[] features = new float[Math.multiplyExact(table.rows(), stride)];
        List<NumberColumn> values = numbers.columns().stream()
                .map(name -> (NumberColumn) column(table, name))
                .toList();
        numbers.apply(values, features, stride, 0);
        int offset = numbers.featureNames().size();
        for (WordPreparation word : words) {
            word.apply((CategoryColumn) column(table, word.column()), features, stride, offset);
            offset += word.featureNames().size();
        }
        return new FeatureMatrix(featureNames, table.rows(), features);
    }

    /** Draws the way from raw columns to features, N × features. */
    public Tensor draw(GraphBuilder graph) {
        List<Tensor> parts = new ArrayList<>(numbers.draw(graph));
        words.forEach(word -> parts.add(word.draw(graph)));
        if (parts.size() == 1) {
            return parts.get(0);
        }
        return graph.apply("Concat", Attributes.none().with("axis", 1), parts.toArray(Tensor[]::new));
    }

    private static Column column(Table table, String name) {
        return table.column(name)
                .orElseThrow(() -> new IllegalArgumentException("the table has no column '%s'".formatted(name)));
    }
}
