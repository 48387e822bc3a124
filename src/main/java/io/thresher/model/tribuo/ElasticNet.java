package io.thresher.model.tribuo;

import java.util.function.BooleanSupplier;

/**
 * Least squares with a penalty on the sum of absolute weights, which makes many of them 0, mixed with one on their squares,
 * which shares a weight out among columns that say the same:
 * {@code Σ (y − b − x · w)² / 2n + λ (α Σ |w| + (1 − α) Σ w² / 2)}, where the bias b is free. Solved by cyclic coordinate descent along a path of
 * falling λ, each solution the start of the next, over the weights that are not 0 between sweeps over all (Friedman, Hastie
 * and Tibshirani: Regularization paths for generalized linear models via coordinate descent, Journal of Statistical
 * Software 33, 2010, sections 2.1, 2.2, 2.5 and 2.6). Our own, because Tribuo's elastic net cannot be ended early.
 *
 * <p>Columns are centred without being written out: what a centred column adds to every row is kept in one number, so that
 * a sweep costs no more than the values other than 0.
 */
final class ElasticNet {
    private static final int PATH = 8;
    private static final int MOST_SWEEPS = 1_000;
    /** Below it the path begins where it would for this: without any penalty on sizes there is no end of it (glmnet's). */
    private static final double LEAST_MIX = 1e-3;
    /** Of the target's variance; sweeps end when no step lowers the squared error by more. glmnet's is 1e-7. */
    private static final double TOLERANCE = 1e-9;

    private final SparseColumns columns;
    private final BooleanSupplier goesOn;
    private final double[] means;
    private final double[] variances;
    private final double[] weights;
    private final double mean;
    private final double variance;
    /** What is left of each row's number, but for {@link #shift}, which is left of all of them. */
    private final double[] residuals;

    private double shift;

    /**
     * @param numbers what each row should give
     * @param goesOn asked before each sweep; false keeps the weights that are there
     */
    ElasticNet(SparseColumns columns, double[] numbers, BooleanSupplier goesOn) {
        this.columns = columns;
        this.goesOn = goesOn;
        int rows = columns.rows();
        means = new double[columns.columns()];
        variances = new double[means.length];
        weights = new double[means.length];
        for (int column = 0; column < means.length; column++) {
            means[column] = columns.sum(column) / rows;
            double squares = columns.squares(column) / rows;
            double spread = squares - means[column] * means[column];
            // What rounding leaves of a column that is the same in every row.
            variances[column] = spread > 1e-10 * squares ? spread : 0;
        }
        double sum = 0;
        double squares = 0;
        for (double number : numbers) {
            sum += number;
            squares += number * number;
        }
        mean = sum / rows;
        variance = squares / rows - mean * mean;
        residuals = numbers.clone();
        shift = -mean;
    }

    /** Moves the weights to where a penalty of {@code lambda} wants them, {@code mix} (α, from 0 to 1) of it on their sizes. */
    void solve(double lambda, double mix) {
        double most = lambda;
        for (int column = 0; column < weights.length; column++) {
            most = Math.max(most, Math.abs(slope(column)) / Math.max(mix, LEAST_MIX));
        }
        for (int step = 1; step <= PATH; step++) {
            double onPath = most * Math.pow(lambda / most, (double) step / PATH);
            descend(onPath * mix, onPath * (1 - mix));
        }
    }

    /** The weight of each column. */
    double[] weights() {
        return weights.clone();
    }

    /** What is added to every row. */
    double bias() {
        double bias = mean;
        for (int column = 0; column < weights.length; column++) {
            bias -= weights[column] * means[column];
        }
        return bias;
    }

    private void descend(double sizes, double squares) {
        int sweeps = 0;
        double change = Double.POSITIVE_INFINITY;
        while (change > TOLERANCE * variance && sweeps < MOST_SWEEPS && goesOn.getAsBoolean()) {
            change = sweep(sizes, squares, false);
            sweeps++;
            double inner = change;
            while (inner > TOLERANCE * variance && sweeps < MOST_SWEEPS && goesOn.getAsBoolean()) {
                inner = sweep(sizes, squares, true);
                sweeps++;
            }
        }
    }

    /**
     * Moves each weight once; what the largest step changed in mean squares.
     *
     * @param sizes penalty on absolute weights
     * @param squares penalty on half of their squares
     */
    private double sweep(double sizes, double squares, boolean onlyActive) {
        double largest = 0;
        for (int column = 0; column < weights.length; column++) {
            if (variances[column] == 0 || (onlyActive && weights[column] == 0)) {
                continue;
            }
            double pull = slope(column) + variances[column] * weights[column];
            double wanted = Math.copySign(Math.max(0, Math.abs(pull) - sizes), pull) / (variances[column] + squares);
            double step = wanted - weights[column];
            if (step != 0) {
                columns.add(column, -step, residuals);
                shift += step * means[column];
                weights[column] = wanted;
                largest = Math.max(largest, variances[column] * step * step);
            }
        }
        return largest;
    }

    /** The mean product of a centred column with what is left: residuals sum to 0, so its centre does not count. */
    private double slope(int column) {
        return columns.dot(column, residuals) / columns.rows() + shift * means[column];
    }
}
