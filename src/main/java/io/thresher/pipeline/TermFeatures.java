package io.thresher.pipeline;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Table;
import io.thresher.model.Feature;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.List;

/** Texts as a feature a term. A missing text has no term. */
final class TermFeatures implements ColumnPreparation {
    private final String column;
    private final WeightedTerms weighted;

    TermFeatures(String column, WeightedTerms weighted) {
        this.column = column;
        this.weighted = weighted;
    }

    @Override
    public List<Feature> features() {
        return Feature.derived(
                column,
                weighted.terms().names().stream()
                        .map(term -> column + " has " + term)
                        .toList());
    }

    @Override
    public boolean isMostlyZero() {
        return true;
    }

    @Override
    public void write(Table rows, FeatureBlock features) {
        CategoryColumn texts = ColumnPreparation.words(rows, column);
        TermCounts counts = new TermCounts(weighted.terms().size());
        double[] weights = new double[weighted.terms().size()];
        for (int row = 0; row < rows.rows(); row++) {
            if (texts.code(row) >= 0) {
                weighted.terms().count(texts.word(row).orElseThrow(), counts);
                weighted.write(counts, weights);
                for (int i = 0; i < counts.size(); i++) {
                    features.set(row, counts.term(i), (float) weights[i]);
                }
            }
        }
    }

    @Override
    public List<Tensor> draw(GraphBuilder graph) {
        return List.of(weighted.draw(graph, graph.stringInput(column)));
    }
}
