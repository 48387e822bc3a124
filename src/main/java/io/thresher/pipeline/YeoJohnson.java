package io.thresher.pipeline;

import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.List;

/**
 * The power transformation of Yeo and Johnson (A new family of power transformations to improve normality or symmetry,
 * Biometrika 87, 2000) with the λ of maximum likelihood. Numbers are standardised first, so that λ does not depend on the
 * unit, and those beyond the training rows count as the outermost of these.
 */
final class YeoJohnson implements NumberStep {
    /** Deviations from the mean that no value of a million reaches; differences of the largest floats overflow. */
    private static final float FAR = 1e3f;

    private static final double LOWEST = -1;
    private static final double HIGHEST = 3;
    /** So near to a logarithm that a power would lose digits in single precision. */
    private static final double NEARLY_LOG = 0.05;

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double PRECISION = 1e-3;
    /** Numbers that decide on λ at most. */
    private static final int MOST_NUMBERS = 2000;

    private final float[] means;
    private final float[] inverses;
    private final float[] lows;
    private final float[] highs;
    private final float[] upper;
    private final float[] lower;

    private YeoJohnson(int columns) {
        means = new float[columns];
        inverses = new float[columns];
        lows = new float[columns];
        highs = new float[columns];
        upper = new float[columns];
        lower = new float[columns];
    }

    static YeoJohnson fit(List<KnownNumbers> columns) {
        YeoJohnson step = new YeoJohnson(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            KnownNumbers known = columns.get(i);
            StandardScale scale = known.standardScale();
            KnownNumbers scaled = known.map(value -> Math.max(-FAR, Math.min(FAR, scale.apply(value))));
            double lambda = mostLikely(scaled);
            step.means[i] = scale.mean();
            step.inverses[i] = scale.inverse();
            step.lows[i] = scaled.low();
            step.highs[i] = scaled.high();
            step.upper[i] = (float) power(lambda);
            step.lower[i] = (float) power(2 - lambda);
        }
        return step;
    }

    @Override
    public float apply(int column, float value) {
        float scaled = (value - means[column]) * inverses[column];
        float inside = Math.min(highs[column], Math.max(lows[column], scaled));
        return bent(Math.max(inside, 0), upper[column]) - bent(Math.max(-inside, 0), lower[column]);
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor numbers) {
        Tensor centred = graph.apply("Sub", numbers, NumberStep.row(graph, means));
        Tensor scaled = graph.apply("Mul", centred, NumberStep.row(graph, inverses));
        Tensor inside = graph.apply(
                "Min", graph.apply("Max", scaled, NumberStep.row(graph, lows)), NumberStep.row(graph, highs));
        Tensor above = drawBent(graph, graph.apply("Relu", inside), upper);
        Tensor below = drawBent(graph, graph.apply("Relu", graph.apply("Neg", inside)), lower);
        return graph.apply("Sub", above, below);
    }

    private static float bent(float size, float power) {
        float more = size + 1;
        return power == 0 ? (float) Math.log(more) : ((float) Math.pow(more, power) - 1) / power;
    }

    private static Tensor drawBent(GraphBuilder graph, Tensor size, float[] powers) {
        Tensor row = NumberStep.row(graph, powers);
        Tensor one = NumberStep.scalar(graph, 1);
        Tensor more = graph.apply("Add", size, one);
        Tensor isLog = graph.apply("Equal", row, NumberStep.scalar(graph, 0));
        Tensor divisor = graph.apply("Where", isLog, one, row);
        Tensor power = graph.apply("Div", graph.apply("Sub", graph.apply("Pow", more, row), one), divisor);
        return graph.apply("Where", isLog, graph.apply("Log", more), power);
    }

    private static double power(double lambda) {
        return Math.abs(lambda) < NEARLY_LOG ? 0 : lambda;
    }

    /** Golden-section search: the likelihood has one maximum. */
    private static double mostLikely(KnownNumbers scaled) {
        if (scaled.low() == scaled.high()) {
            return 1;
        }
        double[] sample = sample(scaled);
        double low = LOWEST;
        double high = HIGHEST;
        while (high - low > PRECISION) {
            double first = high - GOLDEN * (high - low);
            double second = low + GOLDEN * (high - low);
            if (logLikelihood(sample, first) > logLikelihood(sample, second)) {
                high = second;
            } else {
                low = first;
            }
        }
        return (low + high) / 2;
    }

    /** All numbers, or evenly spaced quantiles of them. */
    private static double[] sample(KnownNumbers scaled) {
        int count = Math.min(MOST_NUMBERS, scaled.count());
        double[] sample = new double[count];
        for (int i = 0; i < count; i++) {
            sample[i] = scaled.quantile((i + 0.5) / count);
        }
        return sample;
    }

    private static double logLikelihood(double[] values, double lambda) {
        double sum = 0;
        double squares = 0;
        double stretch = 0;
        for (double value : values) {
            double bent = value >= 0 ? exactlyBent(value, lambda) : -exactlyBent(-value, 2 - lambda);
            sum += bent;
            squares += bent * bent;
            stretch += Math.signum(value) * Math.log1p(Math.abs(value));
        }
        double mean = sum / values.length;
        double variance = squares / values.length - mean * mean;
        return -values.length / 2.0 * Math.log(variance) + (lambda - 1) * stretch;
    }

    private static double exactlyBent(double size, double power) {
        return Math.abs(power) < 1e-9 ? Math.log1p(size) : Math.expm1(power * Math.log1p(size)) / power;
    }
}
