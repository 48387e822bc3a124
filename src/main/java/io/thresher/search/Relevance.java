package io.thresher.search;

import io.thresher.algebra.Cholesky;
import java.util.Arrays;

/**
 * How much each parameter matters to a {@link GaussianProcess}, and how much of what it sees is noise: automatic relevance
 * determination, by the largest posterior density.
 */
final class Relevance {
    /** Steps of the ascent; more changes next to nothing. */
    private static final int STEPS = 40;
    /** Length scale thought likely for one parameter (Hvarfner et al., Vanilla Bayesian Optimization, 2024). */
    private static final double LIKELY_LENGTH = Math.sqrt(2);

    private static final double LENGTH_SPREAD = Math.sqrt(3);
    private static final double LIKELY_NOISE = Math.log(1e-3);
    private static final double NOISE_SPREAD = 2;
    private static final double SQRT_FIVE = Math.sqrt(5);

    /** Logarithms of the inverse squared length scales, and last of the noise. */
    private final double[] logs;

    private final double[] inverseSquares;

    private Relevance(double[] logs) {
        this.logs = logs;
        this.inverseSquares =
                Arrays.stream(logs).limit(logs.length - 1).map(Math::exp).toArray();
    }

    /** Variance of the noise, in units of the variance of the process. */
    double noise() {
        return Math.exp(logs[logs.length - 1]);
    }

    double squaredDistance(double[] a, double[] b, boolean[] words) {
        double sum = 0;
        for (int axis = 0; axis < inverseSquares.length; axis++) {
            sum += inverseSquares[axis] * apart(a[axis], b[axis], words[axis]);
        }
        return sum;
    }

    /** Matérn 5/2 of a squared scaled distance. */
    static double matern(double squared) {
        double r = SQRT_FIVE * Math.sqrt(squared);
        return (1 + r + r * r / 3) * Math.exp(-r);
    }

    /** Where a parameter does not take part, the middle; of choices, one more choice. */
    static double[] filled(double[] point, boolean[] words) {
        double[] filled = point.clone();
        for (int axis = 0; axis < filled.length; axis++) {
            if (Double.isNaN(filled[axis])) {
                filled[axis] = words[axis] ? -1 : 0.5;
            }
        }
        return filled;
    }

    /** The relevance that points and their scores (about mean 0 and variance 1) speak for. Ascent by iRprop− (Igel 2000). */
    static Relevance learned(double[][] raw, double[] scores, boolean[] words) {
        double[][] points =
                Arrays.stream(raw).map(point -> filled(point, words)).toArray(double[][]::new);
        int axes = words.length;
        double[] at = new double[axes + 1];
        double likely = -2 * (LIKELY_LENGTH + 0.5 * Math.log(axes));
        Arrays.fill(at, likely + 2);
        at[axes] = LIKELY_NOISE;
        double[] steps = new double[axes + 1];
        Arrays.fill(steps, 0.4);
        double[] before = new double[axes + 1];
        double[] best = at.clone();
        double highest = Double.NEGATIVE_INFINITY;
        double[] slope = new double[axes + 1];
        for (int step = 0; step < STEPS; step++) {
            double height = density(at, points, scores, words, likely, slope);
            if (height > highest) {
                highest = height;
                best = at.clone();
            }
            for (int i = 0; i <= axes; i++) {
                double turn = slope[i] * before[i];
                steps[i] =
                        turn > 0 ? Math.min(2, steps[i] * 1.2) : turn < 0 ? Math.max(0.01, steps[i] * 0.5) : steps[i];
                double move = turn < 0 ? 0 : slope[i];
                at[i] = clipped(at[i] + Math.signum(move) * steps[i], i == axes);
                before[i] = move;
            }
        }
        return new Relevance(best);
    }

    private static double clipped(double value, boolean noise) {
        return noise ? Math.min(0, Math.max(Math.log(1e-6), value)) : Math.min(9, Math.max(-12, value));
    }

    private static double apart(double a, double b, boolean word) {
        return word ? (a == b ? 0 : 1) : (a - b) * (a - b);
    }

    /** Logarithm of the posterior density, and its slope. */
    private static double density(
            double[] logs, double[][] points, double[] scores, boolean[] words, double likely, double[] slope) {
        int count = points.length;
        int axes = words.length;
        Relevance relevance = new Relevance(logs);
        double[][] kernel = new double[count][count];
        double[][] derivative = new double[count][count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < i; j++) {
                double r = SQRT_FIVE * Math.sqrt(relevance.squaredDistance(points[i], points[j], words));
                double decay = Math.exp(-r);
                kernel[i][j] = (1 + r + r * r / 3) * decay;
                // d matern / d squared distance
                derivative[i][j] = -5.0 / 6 * (1 + r) * decay;
            }
            kernel[i][i] = 1 + relevance.noise();
        }
        Cholesky.factor(kernel);
        double determinant = 0;
        for (int i = 0; i < count; i++) {
            determinant += Math.log(kernel[i][i]);
        }
        double[] weights = Cholesky.solve(kernel, scores);
        double fit = 0;
        for (int i = 0; i < count; i++) {
            fit += scores[i] * weights[i];
        }
        double variance = Math.max(1e-6, fit / count);
        double[][] inverse = Cholesky.inverse(kernel);
        Arrays.fill(slope, 0);
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < i; j++) {
                // Both triangles at once.
                double pull = (weights[i] * weights[j] / variance - inverse[i][j]) * derivative[i][j];
                for (int axis = 0; axis < axes; axis++) {
                    slope[axis] += pull
                            * relevance.inverseSquares[axis]
                            * apart(points[i][axis], points[j][axis], words[axis]);
                }
            }
            slope[axes] += 0.5 * relevance.noise() * (weights[i] * weights[i] / variance - inverse[i][i]);
        }
        double density = -0.5 * count * Math.log(variance) - determinant;
        for (int i = 0; i <= axes; i++) {
            // In logarithms of inverse squares a length's spread doubles.
            double spread = i == axes ? NOISE_SPREAD : 2 * LENGTH_SPREAD;
            double z = (logs[i] - (i == axes ? LIKELY_NOISE : likely)) / spread;
            density -= 0.5 * z * z;
            slope[i] -= z / spread;
        }
        return density;
    }
}
