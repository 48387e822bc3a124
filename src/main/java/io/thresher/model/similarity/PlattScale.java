package io.thresher.model.similarity;

/**
 * Log-odds of a class from the value of a margin, {@code slope · value + shift} (Platt: Probabilities for SV machines,
 * 1999), found by Newton's method as in Lin, Lin and Weng: A note on Platt's probabilistic outputs for support vector
 * machines, Machine Learning 68, 2007.
 */
record PlattScale(double slope, double shift) {
    private static final int MOST_STEPS = 100;
    private static final double RIDGE = 1e-12;

    /**
     * Learns from values of rows that the margin was not trained on.
     *
     * @param isMember whether a row is of the class
     */
    static PlattScale of(double[] values, boolean[] isMember) {
        int members = 0;
        for (boolean member : isMember) {
            members += member ? 1 : 0;
        }
        int others = isMember.length - members;
        double high = (members + 1.0) / (members + 2.0);
        double low = 1 / (others + 2.0);
        double[] aims = new double[values.length];
        for (int row = 0; row < aims.length; row++) {
            aims[row] = isMember[row] ? high : low;
        }
        PlattScale best = new PlattScale(0, Math.log((members + 1.0) / (others + 1.0)));
        double loss = best.loss(values, aims);
        for (int step = 0; step < MOST_STEPS; step++) {
            PlattScale next = best.improved(values, aims, loss);
            double reached = next.loss(values, aims);
            if (loss - reached < 1e-7 * values.length) {
                return reached < loss ? next : best;
            }
            best = next;
            loss = reached;
        }
        return best;
    }

    /** One step of Newton's method, halved until it helps. */
    private PlattScale improved(double[] values, double[] aims, double loss) {
        double slopes = RIDGE;
        double shifts = RIDGE;
        double both = 0;
        double slopeGradient = 0;
        double shiftGradient = 0;
        for (int row = 0; row < values.length; row++) {
            double probability = 1 / (1 + Math.exp(-logOdds(values[row])));
            double curvature = probability * (1 - probability);
            slopes += values[row] * values[row] * curvature;
            shifts += curvature;
            both += values[row] * curvature;
            slopeGradient += values[row] * (probability - aims[row]);
            shiftGradient += probability - aims[row];
        }
        double determinant = slopes * shifts - both * both;
        double slopeStep = -(shifts * slopeGradient - both * shiftGradient) / determinant;
        double shiftStep = -(slopes * shiftGradient - both * slopeGradient) / determinant;
        for (double size = 1; size > 1e-10; size /= 2) {
            PlattScale next = new PlattScale(slope + size * slopeStep, shift + size * shiftStep);
            if (next.loss(values, aims) < loss) {
                return next;
            }
        }
        return this;
    }

    double logOdds(double value) {
        return slope * value + shift;
    }

    private double loss(double[] values, double[] aims) {
        double loss = 0;
        for (int row = 0; row < values.length; row++) {
            double odds = logOdds(values[row]);
            loss += Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds))) - aims[row] * odds;
        }
        return loss;
    }
}
