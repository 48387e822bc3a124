package io.thresher.pipeline;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.model.Feature;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.List;

/** One column, or several that are alike, as features; fitted on training rows. */
sealed interface ColumnPreparation extends FeatureWriter
        permits NumberPreparation, OneHotWords, LookedUpWords, TermFeatures, TopicFeatures, DatePreparation {

    /** What it makes; nothing where the column tells nothing. */
    List<Feature> features();

    /** Whether few of its many features are other than 0 in any row. */
    default boolean isMostlyZero() {
        return false;
    }

    /** One name a feature. */
    default List<String> featureNames() {
        return features().stream().map(Feature::name).toList();
    }

    /** The drawn features, N × some each, in the order of {@link #featureNames()}: what {@link #write} writes. */
    List<Tensor> draw(GraphBuilder graph);

    /** The column of words of that name. */
    static CategoryColumn words(Table table, String name) {
        return (CategoryColumn) column(table, name);
    }

    /** The column of numbers of that name. */
    static NumberColumn numbers(Table table, String name) {
        return (NumberColumn) column(table, name);
    }

    private static Column column(Table table, String name) {
        return table.column(name)
                .orElseThrow(() -> new IllegalArgumentException("the table has no column '%s'".formatted(name)));
    }
}
