package io.thresher.pipeline;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Target;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import io.thresher.pipeline.TextRecipe.Weights;
import java.util.Arrays;

/**
 * Terms and what the number of each in a text becomes. Weights that are no whole numbers are computed in double precision,
 * here as in the graph, and rounded once: so both give the same float32 whatever the order of adding, and a tree takes the
 * same branch.
 */
final class WeightedTerms {
    private final TermList terms;
    private final Weights weights;
    /** Of each term; not used where the weights are {@code PRESENCE} or {@code COUNTS}. */
    private final float[] factors;

    private WeightedTerms(TermList terms, Weights weights, float[] factors) {
        this.terms = terms;
        this.weights = weights;
        this.factors = factors;
    }

    static WeightedTerms of(TermList terms, Weights weights, CategoryColumn texts, Target target) {
        float[] factors = new float[terms.size()];
        double[] telling = switch (weights) {
            case PRESENCE, COUNTS -> new double[factors.length];
            case TF_IDF ->
                Arrays.stream(terms.shares()).map(share -> -Math.log(share)).toArray();
            case NAIVE_BAYES -> LogCountRatio.of(terms, texts, target);
        };
        for (int term = 0; term < factors.length; term++) {
            factors[term] = (float) telling[term];
        }
        return new WeightedTerms(terms, weights, factors);
    }

    TermList terms() {
        return terms;
    }

    /** Writes the weight of each of the terms that are there to the front of {@code into}. */
    void write(TermCounts counts, double[] into) {
        double squares = 0;
        for (int i = 0; i < counts.size(); i++) {
            double factor = factors[counts.term(i)];
            into[i] = switch (weights) {
                case PRESENCE -> 1;
                case COUNTS -> counts.count(i);
                case TF_IDF -> Math.log(counts.count(i) + 1.0) * factor;
                case NAIVE_BAYES -> factor;
            };
            squares += into[i] * into[i];
        }
        for (int i = 0; weights == Weights.TF_IDF && squares > 0 && i < counts.size(); i++) {
            into[i] /= Math.sqrt(squares);
        }
    }

    /** Draws the weights of all terms in texts, N × 1 strings, as float32, N × terms. */
    Tensor draw(GraphBuilder graph, Tensor texts) {
        Tensor counts = terms.draw(graph, texts);
        return switch (weights) {
            case PRESENCE -> present(graph, counts);
            case COUNTS -> counts;
            case TF_IDF, NAIVE_BAYES -> graph.narrow(weighted(graph, counts));
        };
    }

    /** Draws the same in double precision. */
    Tensor drawWide(GraphBuilder graph, Tensor texts) {
        Tensor counts = terms.draw(graph, texts);
        return switch (weights) {
            case PRESENCE -> graph.wide(present(graph, counts));
            case COUNTS -> graph.wide(counts);
            case TF_IDF, NAIVE_BAYES -> weighted(graph, counts);
        };
    }

    private Tensor weighted(GraphBuilder graph, Tensor counts) {
        Tensor factor = graph.wide(NumberStep.row(graph, factors));
        if (weights == Weights.NAIVE_BAYES) {
            return graph.apply("Mul", graph.wide(present(graph, counts)), factor);
        }
        Tensor one = graph.wide(NumberStep.scalar(graph, 1));
        Tensor logarithm = graph.apply("Log", graph.apply("Add", graph.wide(counts), one));
        Tensor weighted = graph.apply("Mul", logarithm, factor);
        Tensor squares = graph.apply(
                "ReduceSumSquare", Attributes.none().with("keepdims", 1), weighted, graph.longs(new long[] {1}, 1));
        Tensor least = graph.wide(NumberStep.scalar(graph, Float.MIN_NORMAL));
        return graph.apply("Div", weighted, graph.apply("Sqrt", graph.apply("Max", squares, least)));
    }

    private static Tensor present(GraphBuilder graph, Tensor counts) {
        return graph.apply("Min", counts, NumberStep.scalar(graph, 1));
    }
}
