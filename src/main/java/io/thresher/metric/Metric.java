package io.thresher.metric;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How well predictions fit the truth. Scores are in the metric's own direction and unit. */
public enum Metric {
    /** Area under the receiver operating characteristic of the second class; needs two classes. */
    ROC_AUC(Direction.MAXIMIZE, true) {
        @Override
        public double score(double[] truth, Predictions predictions) {
            return RocAuc.of(truth, predictions);
        }
    },
    /** Mean negative log-likelihood of the true class, in nats; probabilities are kept 1e-15 away from 0. */
    LOG_LOSS(Direction.MINIMIZE, true) {
        @Override
        public double score(double[] truth, Predictions predictions) {
            double sum = 0;
            for (int row = 0; row < truth.length; row++) {
                sum -= Math.log(Math.max(SMALLEST_PROBABILITY, share(predictions, row, (int) truth[row])));
            }
            return sum / truth.length;
        }
    },
    /** Share of rows whose most probable class is the true one. */
    ACCURACY(Direction.MAXIMIZE, true) {
        @Override
        public double score(double[] truth, Predictions predictions) {
            int hits = 0;
            for (int row = 0; row < truth.length; row++) {
                hits += mostProbable(predictions, row) == (int) truth[row] ? 1 : 0;
            }
            return (double) hits / truth.length;
        }
    },
    /** Root of the mean squared error, in the target's unit. */
    RMSE(Direction.MINIMIZE, false) {
        @Override
        public double score(double[] truth, Predictions predictions) {
            return Math.sqrt(squaredErrors(truth, predictions) / truth.length);
        }
    },
    /** Mean absolute error, in the target's unit. */
    MAE(Direction.MINIMIZE, false) {
        @Override
        public double score(double[] truth, Predictions predictions) {
            double sum = 0;
            for (int row = 0; row < truth.length; row++) {
                sum += Math.abs(truth[row] - predictions.value(row, 0));
            }
            return sum / truth.length;
        }
    },
    /** Share of the target's variance that is explained: 1 is perfect, 0 is as good as the mean; 0 if truth is constant. */
    R2(Direction.MAXIMIZE, false) {
        @Override
        public double score(double[] truth, Predictions predictions) {
            double mean = Arrays.stream(truth).average().orElse(0);
            double variation =
                    Arrays.stream(truth).map(y -> (y - mean) * (y - mean)).sum();
            return variation == 0 ? 0 : 1 - squaredErrors(truth, predictions) / variation;
        }
    };

    private static final double SMALLEST_PROBABILITY = 1e-15;

    private final Direction direction;
    private final boolean judgesClasses;

    Metric(Direction direction, boolean judgesClasses) {
        this.direction = direction;
        this.judgesClasses = judgesClasses;
    }

    /**
     * The score of {@code predictions} against {@code truth}; NaN where it is not defined.
     *
     * @param truth class index or number, one a row, at least one row
     * @param predictions as many rows
     */
    public abstract double score(double[] truth, Predictions predictions);

    public Direction direction() {
        return direction;
    }

    /** Whether it judges probabilities of classes and not numbers. */
    public boolean judgesClasses() {
        return judgesClasses;
    }

    /** The score turned so that lower is better. */
    public double loss(double score) {
        return direction == Direction.MINIMIZE ? score : -score;
    }

    /** The score of which {@code loss} is the loss. */
    public double scoreOf(double loss) {
        return direction == Direction.MINIMIZE ? loss : -loss;
    }

    /** The word used in REST, files and pages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The metric of that name, or nothing if there is none. */
    public static Optional<Metric> ofWord(String word) {
        return Arrays.stream(values())
                .filter(metric -> metric.word().equals(word))
                .findFirst();
    }

    /** The probability of a class, the row's probabilities made to sum to one first. */
    private static double share(Predictions predictions, int row, int label) {
        double sum = 0;
        for (int output = 0; output < predictions.width(); output++) {
            sum += predictions.value(row, output);
        }
        return sum > 0 ? predictions.value(row, label) / sum : 0;
    }

    private static int mostProbable(Predictions predictions, int row) {
        int best = 0;
        for (int output = 1; output < predictions.width(); output++) {
            best = predictions.value(row, output) > predictions.value(row, best) ? output : best;
        }
        return best;
    }

    private static double squaredErrors(double[] truth, Predictions predictions) {
        double sum = 0;
        for (int row = 0; row < truth.length; row++) {
            double error = truth[row] - predictions.value(row, 0);
            sum += error * error;
        }
        return sum;
    }
}
