package io.thresher.pipeline;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Table;
import io.thresher.model.Feature;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import io.thresher.pipeline.TextRecipe.Weights;
import java.util.ArrayList;
import java.util.List;

/** Texts as a feature a term. A missing text has no term. */
final class TermFeatures implements ColumnPreparation {
    private final String column;
    private final TermList terms;
    private final Weights weights;
    private final float[] rarity;

    private TermFeatures(String column, TermList terms, Weights weights, float[] rarity) {
        this.column = column;
        this.terms = terms;
        this.weights = weights;
        this.rarity = rarity;
    }

    static TermFeatures fit(CategoryColumn texts, TextRecipe recipe) {
        List<String> known = new ArrayList<>();
        for (int row = 0; row < texts.rows(); row++) {
            texts.word(row).ifPresent(known::add);
        }
        TermList terms = switch (recipe.grams()) {
            case WORDS -> TermList.of(known, TextTokens.WORDS, 1, 1, recipe.terms());
            case WORD_PAIRS -> TermList.of(known, TextTokens.WORDS, 1, 2, recipe.terms());
            case CHARACTERS -> TermList.of(known, TextTokens.CHARACTERS, 3, 5, recipe.terms());
        };
        return new TermFeatures(texts.name(), terms, recipe.weights(), rarity(known, terms));
    }

    private static float[] rarity(List<String> texts, TermList terms) {
        int[] textsWith = new int[terms.size()];
        for (String text : texts) {
            int[] counts = terms.counts(text);
            for (int i = 0; i < counts.length; i++) {
                textsWith[i] += counts[i] > 0 ? 1 : 0;
            }
        }
        float[] rarity = new float[textsWith.length];
        for (int i = 0; i < rarity.length; i++) {
            rarity[i] = (float) Math.log((1.0 + texts.size()) / (1.0 + textsWith[i]));
        }
        return rarity;
    }

    @Override
    public List<Feature> features() {
        return Feature.derived(
                column,
                terms.names().stream().map(term -> column + " has " + term).toList());
    }

    @Override
    public void write(Table rows, FeatureBlock features) {
        CategoryColumn texts = ColumnPreparation.words(rows, column);
        for (int row = 0; row < rows.rows(); row++) {
            if (texts.code(row) >= 0) {
                write(terms.counts(texts.word(row).orElseThrow()), row, features);
            }
        }
    }

    private void write(int[] counts, int row, FeatureBlock features) {
        float squares = 0;
        for (int i = 0; i < counts.length; i++) {
            if (weights == Weights.TF_IDF && counts[i] > 0) {
                squares += weighted(counts[i], i) * weighted(counts[i], i);
            }
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                features.set(
                        row,
                        i,
                        switch (weights) {
                            case PRESENCE -> 1f;
                            case COUNTS -> (float) counts[i];
                            case TF_IDF -> weighted(counts[i], i) / length;
                        });
            }
        }
    }

    private float weighted(int count, int term) {
        return (float) Math.log(count + 1f) * rarity[term];
    }

    @Override
    public List<Tensor> draw(GraphBuilder graph) {
        Tensor counts = terms.draw(graph, graph.stringInput(column));
        return List.of(
                switch (weights) {
                    case PRESENCE -> graph.apply("Min", counts, NumberStep.scalar(graph, 1));
                    case COUNTS -> counts;
                    case TF_IDF -> drawWeighted(graph, counts);
                });
    }

    private Tensor drawWeighted(GraphBuilder graph, Tensor counts) {
        Tensor logarithm = graph.apply("Log", graph.apply("Add", counts, NumberStep.scalar(graph, 1)));
        Tensor weighted = graph.apply("Mul", logarithm, NumberStep.row(graph, rarity));
        Tensor length = graph.apply(
                "ReduceL2", Attributes.none().with("keepdims", 1), weighted, graph.longs(new long[] {1}, 1));
        Tensor positive = graph.apply("Max", length, NumberStep.scalar(graph, Float.MIN_NORMAL));
        return graph.apply("Div", weighted, positive);
    }
}
