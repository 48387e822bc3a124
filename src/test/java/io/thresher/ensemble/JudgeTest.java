package io.thresher.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.thresher.data.Target;
import io.thresher.metric.Metric;
import io.thresher.metric.Predictions;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JudgeTest {
    private static final int ROWS = 500;

    @ParameterizedTest
    @EnumSource(Metric.class)
    void agrees_with_the_metric_on_averages_and_on_rows_that_count_several_times(Metric metric) {
        Target truth = truth(metric, ROWS, 1);
        Judge judge = Judge.of(metric, truth);
        Predictions one = predictions(truth, 2, 0.8);
        Predictions other = predictions(truth, 3, 0.5);
        int[] counts = counts(ROWS, 4);
        int[] repeated = IntStream.range(0, ROWS)
                .flatMap(row -> IntStream.generate(() -> row).limit(counts[row]))
                .toArray();
        Predictions average = new Predictions(ROWS, one.width(), average(one.values(), other.values()));

        double loss = judge.loss(judge.relevant(one), judge.relevant(other), 0.5, counts);

        double expected = metric == Metric.R2
                // The share of a fixed variance, that of all rows.
                ? Math.pow(Metric.RMSE.score(truth.take(repeated).values(), average.take(repeated)), 2)
                                / variance(truth.values())
                        - 1
                : metric.loss(metric.score(truth.take(repeated).values(), average.take(repeated)));
        assertThat(loss).isCloseTo(expected, within(1e-5));
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void influences_tell_how_much_the_loss_varies_from_sample_to_sample(Metric metric) {
        int samples = 300;
        double[] losses = new double[samples];
        double told = 0;
        for (int sample = 0; sample < samples; sample++) {
            Target truth = truth(metric, ROWS, 100 + sample);
            Judge judge = Judge.of(metric, truth);
            float[] values = judge.relevant(predictions(truth, 1000 + sample, 0.7));
            losses[sample] = judge.loss(values, judge.once());
            double[] influences = judge.influences(values);
            assertThat(Arrays.stream(influences).average().orElseThrow()).isCloseTo(0, within(1e-6));
            told += Arrays.stream(influences).map(x -> x * x).average().orElseThrow() / ROWS / samples;
        }

        assertThat(told).isCloseTo(variance(losses), within(0.25 * variance(losses)));
    }

    @Test
    void tied_predictions_count_half() {
        Judge judge = Judge.of(Metric.ROC_AUC, Target.ofClasses(List.of("no", "yes"), new double[] {0, 1, 0, 1}));
        Predictions tied = new Predictions(4, 2, new float[] {0.5f, 0.5f, 0.5f, 0.5f, 0.9f, 0.1f, 0.1f, 0.9f});

        assertThat(judge.loss(judge.relevant(tied), judge.once())).isEqualTo(-3.5 / 4);
    }

    static Target truth(Metric metric, int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[rows];
        if (!metric.judgesClasses()) {
            Arrays.setAll(values, row -> 10 * random.nextGaussian());
            return Target.ofNumbers(values);
        }
        List<String> classes = metric == Metric.ROC_AUC ? List.of("a", "b") : List.of("a", "b", "c");
        Arrays.setAll(values, row -> random.nextInt(classes.size()));
        return Target.ofClasses(classes, values);
    }

    /** Predictions with noise of that size beside the truth. */
    static Predictions predictions(Target truth, long seed, double noise) {
        SplittableRandom random = new SplittableRandom(seed);
        int width = Math.max(1, truth.classes().size());
        float[] values = new float[truth.rows() * width];
        for (int row = 0; row < truth.rows(); row++) {
            double sum = 0;
            for (int output = 0; output < width; output++) {
                double signal = width == 1 ? truth.value(row) : truth.value(row) == output ? 1 : 0;
                double value = signal + (width == 1 ? 10 : 2) * noise * random.nextGaussian();
                values[row * width + output] = (float) (width == 1 ? value : Math.exp(value));
                sum += values[row * width + output];
            }
            for (int output = 0; width > 1 && output < width; output++) {
                values[row * width + output] /= (float) sum;
            }
        }
        return new Predictions(truth.rows(), width, values);
    }

    private static int[] counts(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] counts = new int[rows];
        for (int i = 0; i < rows; i++) {
            counts[random.nextInt(rows)]++;
        }
        return counts;
    }

    private static float[] average(float[] one, float[] other) {
        float[] average = new float[one.length];
        for (int i = 0; i < one.length; i++) {
            average[i] = (one[i] + other[i]) / 2;
        }
        return average;
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
    }
}
