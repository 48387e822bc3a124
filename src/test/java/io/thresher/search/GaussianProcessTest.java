package io.thresher.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.thresher.seed.Seed;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GaussianProcessTest {
    private static final boolean[] NUMBERS = {false, false, false};

    @Test
    void the_kernel_is_matern_five_halves() {
        // (1 + √5 + 5/3)·exp(−√5) at one length scale.
        assertThat(Relevance.matern(1)).isCloseTo(0.523994, within(1e-6));
        assertThat(Relevance.matern(0)).isEqualTo(1);
    }

    @Test
    void passes_through_what_it_was_told_and_is_unsure_far_from_it() {
        double[][] points = points(30);
        double[] scores = scores(points);
        Relevance relevance = Relevance.learned(points, scores, NUMBERS);
        GaussianProcess process = GaussianProcess.of(relevance, NUMBERS, points, scores);

        assertThat(process.predict(points[4]).mean()).isCloseTo(scores[4], within(0.1));
        assertThat(process.predict(points[4]).deviation())
                .isLessThan(process.predict(new double[] {1.5, 1.5, 0.5}).deviation());
    }

    @Test
    void predicts_a_smooth_function_where_it_was_not_told() {
        double[][] known = points(60);
        double[] scores = scores(known);
        GaussianProcess process = GaussianProcess.of(Relevance.learned(known, scores, NUMBERS), NUMBERS, known, scores);

        double[][] others = java.util.Arrays.copyOfRange(points(120), 60, 120);
        double[] truth = scores(others);
        double squares = 0;
        for (int i = 0; i < others.length; i++) {
            double gap = process.predict(others[i]).mean() - truth[i];
            squares += gap * gap / others.length;
        }

        assertThat(Math.sqrt(squares)).isLessThan(0.1);
    }

    @Test
    void learns_that_a_parameter_does_not_matter() {
        double[][] points = points(60);
        Relevance relevance = Relevance.learned(points, scores(points), NUMBERS);
        double[] origin = {0, 0, 0};

        double relevant = relevance.squaredDistance(origin, new double[] {1, 0, 0}, NUMBERS);
        double irrelevant = relevance.squaredDistance(origin, new double[] {0, 0, 1}, NUMBERS);

        assertThat(relevant).isGreaterThan(10 * irrelevant);
    }

    private static double[][] points(int count) {
        SplittableRandom random = new Seed(3).random();
        double[][] points = new double[count][];
        for (int i = 0; i < count; i++) {
            points[i] = new double[] {random.nextDouble(), random.nextDouble(), random.nextDouble()};
        }
        return points;
    }

    /** A wave in the first and a slope in the second coordinate; the third does nothing. */
    private static double[] scores(double[][] points) {
        double[] scores = new double[points.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Math.sin(5 * points[i][0]) + 2 * points[i][1] - 1;
        }
        return scores;
    }
}
