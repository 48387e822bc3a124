package io.thresher.ensemble;

import io.thresher.data.Target;
import io.thresher.metric.Metric;
import io.thresher.metric.Predictions;

/**
 * A score that is corrected for having been chosen, with a 95 % interval, in the metric's own direction.
 *
 * @param estimate what to expect on rows like these
 * @param low end of the interval
 * @param high end of the interval
 */
public record HonestScore(double estimate, double low, double high) {
    /** Half the width of a 95 % interval of the normal distribution, in standard errors. */
    static final double NORMAL_95 = 1.959964;

    /** Standard deviation of what the choosing gave, as a share of its mean: measured by the bench {@code HonestScores}. */
    private static final double OPTIMISM_VARIES = 0.7;

    /**
     * The score of out-of-fold predictions.
     *
     * @param optimism that is added to their loss
     */
    public static HonestScore of(Metric metric, Target truth, Predictions outOfFold, double optimism) {
        Judge judge = Judge.of(metric, truth);
        float[] values = judge.relevant(outOfFold);
        double loss = judge.loss(values, judge.once()) + optimism;
        Scale scale = Scale.of(metric);
        double error = NORMAL_95 * uncertain(standardError(judge.influences(values)), optimism);
        double score = scale.bounded(metric.scoreOf(loss));
        double center = scale.stretched(score);
        double reach = scale.slope(score) * error;
        return new HonestScore(score, scale.score(center - reach), scale.score(center + reach));
    }

    /**
     * Whether {@code delivered} beats {@code baseline} on the same rows by more than noise.
     *
     * @param optimism of the delivered predictions
     */
    public static boolean beats(
            Metric metric, Target truth, Predictions delivered, double optimism, Predictions baseline) {
        Judge judge = Judge.of(metric, truth);
        float[] ours = judge.relevant(delivered);
        float[] theirs = judge.relevant(baseline);
        double gain = judge.loss(theirs, judge.once()) - judge.loss(ours, judge.once()) - optimism;
        double[] difference = judge.influences(theirs);
        double[] ofOurs = judge.influences(ours);
        for (int row = 0; row < difference.length; row++) {
            difference[row] -= ofOurs[row];
        }
        return gain > NORMAL_95 * uncertain(standardError(difference), optimism);
    }

    /** What the choosing gave varies from search to search, and adds to what the rows let vary. */
    private static double uncertain(double standardError, double optimism) {
        return Math.hypot(standardError, OPTIMISM_VARIES * optimism);
    }

    private static double standardError(double[] influences) {
        double squares = 0;
        for (double influence : influences) {
            squares += influence * influence;
        }
        return Math.sqrt(squares / influences.length / Math.max(1, influences.length - 1));
    }

    /** On which errors of a score are about normal: log odds between 0 and 1, logarithm above 0. */
    private enum Scale {
        PLAIN,
        SHARE,
        POSITIVE;

        private static final double SMALLEST = 1e-9;

        static Scale of(Metric metric) {
            return switch (metric) {
                case ROC_AUC, ACCURACY -> SHARE;
                case LOG_LOSS, RMSE, MAE -> POSITIVE;
                case R2 -> PLAIN;
            };
        }

        double bounded(double score) {
            return switch (this) {
                case PLAIN -> score;
                case SHARE -> Math.min(1, Math.max(0, score));
                case POSITIVE -> Math.max(0, score);
            };
        }

        double stretched(double score) {
            return switch (this) {
                case PLAIN -> score;
                case SHARE -> Math.log(inside(score) / (1 - inside(score)));
                case POSITIVE -> Math.log(Math.max(SMALLEST, score));
            };
        }

        double score(double stretched) {
            return switch (this) {
                case PLAIN -> stretched;
                case SHARE -> 1 / (1 + Math.exp(-stretched));
                case POSITIVE -> Math.exp(stretched);
            };
        }

        double slope(double score) {
            return switch (this) {
                case PLAIN -> 1;
                case SHARE -> 1 / (inside(score) * (1 - inside(score)));
                case POSITIVE -> 1 / Math.max(SMALLEST, score);
            };
        }

        private static double inside(double score) {
            return Math.min(1 - SMALLEST, Math.max(SMALLEST, score));
        }
    }
}
