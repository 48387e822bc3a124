package io.thresher.pipeline;

import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.List;

/**
 * Zero mean and unit variance, cut off at so many deviations from the mean. Columns of nearly only zeros keep their zeros:
 * their mean says little, and models that pass over zeros stay fast on wide tables of counts.
 */
final class StandardScaling implements NumberStep {
    /** Share of zeros from which a column counts as sparse. */
    private static final double SPARSE = 0.9;

    /**
     * No value of a million training rows is farther from their mean. Beyond it sums of features would overflow, or
     * lose in single precision what the other features say.
     */
    private static final float FAR = 1e3f;

    private final float[] means;
    private final float[] inverses;
    private final float clip;

    private StandardScaling(float[] means, float[] inverses, float clip) {
        this.means = means;
        this.inverses = inverses;
        this.clip = clip;
    }

    /**
     * @param clip the largest distance from the mean, in deviations; infinite for one that no training row reaches
     */
    static StandardScaling fit(List<KnownNumbers> columns, float clip) {
        float[] means = new float[columns.size()];
        float[] inverses = new float[columns.size()];
        for (int i = 0; i < means.length; i++) {
            StandardScale scale = columns.get(i).standardScale();
            means[i] = columns.get(i).shareOfZeros() >= SPARSE ? 0 : scale.mean();
            inverses[i] = scale.inverse();
        }
        return new StandardScaling(means, inverses, Math.min(FAR, clip));
    }

    @Override
    public float apply(int column, float value) {
        float scaled = (value - means[column]) * inverses[column];
        return Math.min(clip, Math.max(-clip, scaled));
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor numbers) {
        Tensor centred = graph.apply("Sub", numbers, NumberStep.row(graph, means));
        Tensor scaled = graph.apply("Mul", centred, NumberStep.row(graph, inverses));
        return graph.apply("Clip", scaled, graph.floats(new long[0], -clip), graph.floats(new long[0], clip));
    }
}
