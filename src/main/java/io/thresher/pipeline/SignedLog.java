package io.thresher.pipeline;

import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.List;

/** sign(x) · ln(1 + |x|), in the columns that it makes less skewed. */
final class SignedLog implements NumberStep {
    private static final int FLOAT32 = 1;
    private static final int FLOAT64 = 11;

    private final boolean[] changes;

    private SignedLog(boolean[] changes) {
        this.changes = changes;
    }

    static SignedLog fit(List<KnownNumbers> columns) {
        boolean[] changes = new boolean[columns.size()];
        for (int i = 0; i < changes.length; i++) {
            KnownNumbers known = columns.get(i);
            changes[i] = Math.abs(known.map(SignedLog::logarithm).skewness()) < Math.abs(known.skewness());
        }
        return new SignedLog(changes);
    }

    @Override
    public float apply(int column, float value) {
        return changes[column] ? logarithm(value) : value;
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor numbers) {
        Tensor more = graph.apply("Add", graph.apply("Abs", numbers), NumberStep.scalar(graph, 1));
        Tensor logarithm = graph.apply("Mul", graph.apply("Sign", numbers), drawLog(graph, more));
        float[] ones = new float[changes.length];
        for (int i = 0; i < ones.length; i++) {
            ones[i] = changes[i] ? 1 : 0;
        }
        Tensor changed = graph.apply("Greater", NumberStep.row(graph, ones), NumberStep.scalar(graph, 0));
        return graph.apply("Where", changed, logarithm, numbers);
    }

    /**
     * In float64, as {@link Math#log}: a logarithm in float32 differs in the last digit from one runtime to another, and
     * where a column's numbers are far from 0 and near each other, scaling makes that digit count.
     */
    private static Tensor drawLog(GraphBuilder graph, Tensor numbers) {
        Tensor precise = graph.apply("Cast", Attributes.none().with("to", FLOAT64), numbers);
        return graph.apply("Cast", Attributes.none().with("to", FLOAT32), graph.apply("Log", precise));
    }

    private static float logarithm(float value) {
        return Math.signum(value) * (float) Math.log(Math.abs(value) + 1);
    }
}
