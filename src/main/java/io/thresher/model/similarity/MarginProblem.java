package io.thresher.model.similarity;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * A quadratic program of support vector machines, and its solution by sequential minimal optimisation with second-order
 * choice of the pair (Fan, Chen and Lin: Working set selection using second order information for training support
 * vector machines, JMLR 6, 2005; symbols as there): minimise ½ αᵀQα + pᵀα over 0 ≤ α ≤ C with yᵀα = 0, where Q is the
 * kernel with the signs y on both sides.
 *
 * <p>There may be several variables a row (regression has one for each side of the tube); variable {@code t} belongs to
 * row {@code t mod rows}. A variable of bound 0 takes no part, but its row's value is known in the end all the same.
 */
final class MarginProblem {
    /** Largest violation of the optimality conditions that remains, as in LIBSVM. */
    private static final double TOLERANCE = 1e-3;
    /** Steps a variable: most problems need fewer than 5; a huge cost on rows that overlap would never end. */
    private static final int MOST_STEPS = 30;

    private static final int STEPS_BETWEEN_LOOKS = 64;
    private static final double LEAST_CURVATURE = 1e-12;

    private final KernelMatrix kernel;
    private final byte[] signs;
    private final double[] linear;
    private final double[] bounds;
    private final double[] alpha;
    /** −y·G, where G is the gradient: what the pair is chosen by. */
    private final double[] pull;

    /**
     * @param signs y, one a variable, 1 or −1
     * @param linear p, one a variable
     * @param bounds C, one a variable
     */
    MarginProblem(KernelMatrix kernel, byte[] signs, double[] linear, double[] bounds) {
        this.kernel = kernel;
        this.signs = signs.clone();
        this.linear = linear.clone();
        this.bounds = bounds.clone();
        this.alpha = new double[signs.length];
        this.pull = new double[signs.length];
        Arrays.setAll(pull, t -> -signs[t] * linear[t]);
    }

    /**
     * Solves it, or comes as near as time lets it: every step leaves a function that can be used.
     *
     * @param goesOn asked now and then whether there is time
     */
    MarginSolution solve(BooleanSupplier goesOn) {
        long steps = (long) MOST_STEPS * signs.length;
        for (long step = 0; step < steps; step++) {
            if (step % STEPS_BETWEEN_LOOKS == 0 && !goesOn.getAsBoolean()) {
                break;
            }
            int up = highest();
            int down = up < 0 ? -1 : partner(up);
            if (down < 0) {
                break;
            }
            move(up, down);
        }
        return solution();
    }

    /** The variable that may go up and is pulled most; −1 if none may. */
    private int highest() {
        int best = -1;
        for (int t = 0; t < pull.length; t++) {
            if (mayRise(t) && (best < 0 || pull[t] > pull[best])) {
                best = t;
            }
        }
        return best;
    }

    /** The variable with which {@code up} gains most; −1 if nothing is to be gained. */
    private int partner(int up) {
        float[] row = kernel.row(up % kernel.rows());
        double best = 0;
        int found = -1;
        double lowest = Double.POSITIVE_INFINITY;
        for (int t = 0; t < pull.length; t++) {
            if (!mayFall(t)) {
                continue;
            }
            lowest = Math.min(lowest, pull[t]);
            double difference = pull[up] - pull[t];
            double gain = difference * difference / curvature(row[t % row.length]);
            if (difference > 0 && gain > best) {
                best = gain;
                found = t;
            }
        }
        return pull[up] - lowest < TOLERANCE ? -1 : found;
    }

    private void move(int up, int down) {
        float[] ofUp = kernel.row(up % kernel.rows());
        float[] ofDown = kernel.row(down % kernel.rows());
        double step = (pull[up] - pull[down]) / curvature(ofUp[down % kernel.rows()]);
        step = Math.min(step, signs[up] > 0 ? bounds[up] - alpha[up] : alpha[up]);
        step = Math.min(step, signs[down] > 0 ? alpha[down] : bounds[down] - alpha[down]);
        alpha[up] = inside(up, alpha[up] + signs[up] * step);
        alpha[down] = inside(down, alpha[down] - signs[down] * step);
        for (int start = 0; start < pull.length; start += ofUp.length) {
            for (int row = 0; row < ofUp.length; row++) {
                pull[start + row] -= step * (ofUp[row] - ofDown[row]);
            }
        }
    }

    /** Rounding must not leave a variable a hair away from its bound. */
    private double inside(int t, double value) {
        double hair = 1e-12 * bounds[t];
        return value < hair ? 0 : value > bounds[t] - hair ? bounds[t] : value;
    }

    private static double curvature(float kernel) {
        return Math.max(LEAST_CURVATURE, 2 - 2 * (double) kernel);
    }

    private boolean mayRise(int t) {
        return signs[t] > 0 ? alpha[t] < bounds[t] : alpha[t] > 0;
    }

    private boolean mayFall(int t) {
        return signs[t] > 0 ? alpha[t] > 0 : alpha[t] < bounds[t];
    }

    private MarginSolution solution() {
        double bias = bias();
        int rows = kernel.rows();
        double[] coefficients = new double[rows];
        for (int t = 0; t < alpha.length; t++) {
            coefficients[t % rows] += signs[t] * alpha[t];
        }
        double[] values = new double[rows];
        Arrays.setAll(values, row -> -signs[row] * linear[row] - pull[row] + bias);
        return new MarginSolution(coefficients, bias, values);
    }

    /** The mean of what variables inside their bounds ask for, or the middle of what those at a bound allow. */
    private double bias() {
        double sum = 0;
        int inside = 0;
        double highest = Double.NEGATIVE_INFINITY;
        double lowest = Double.POSITIVE_INFINITY;
        for (int t = 0; t < alpha.length; t++) {
            if (mayRise(t) && mayFall(t)) {
                sum += pull[t];
                inside++;
            }
            highest = mayRise(t) ? Math.max(highest, pull[t]) : highest;
            lowest = mayFall(t) ? Math.min(lowest, pull[t]) : lowest;
        }
        if (inside > 0) {
            return sum / inside;
        }
        return Double.isFinite(highest) && Double.isFinite(lowest) ? (highest + lowest) / 2 : 0;
    }
}
