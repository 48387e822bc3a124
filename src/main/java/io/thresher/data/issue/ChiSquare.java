package io.thresher.data.issue;

/** The chi-square distribution. */
final class ChiSquare {
    private static final int MOST_TERMS = 10_000;
    private static final double PRECISION = 1e-12;

    private ChiSquare() {}

    /**
     * The chance that a chi-square figure of so many degrees of freedom is at most {@code figure}: the lower regularised
     * incomplete gamma function by its series (Abramowitz and Stegun, 6.5.29). Above the mean, where no one asks, 1.
     */
    static double lower(double figure, double freedom) {
        if (figure >= freedom) {
            return 1;
        }
        if (figure <= 0) {
            return 0;
        }
        double shape = freedom / 2;
        double at = figure / 2;
        double term = 1 / shape;
        double sum = term;
        for (int k = 1; k < MOST_TERMS && term > sum * PRECISION; k++) {
            term *= at / (shape + k);
            sum += term;
        }
        return Math.min(1, sum * Math.exp(shape * Math.log(at) - at - logGamma(shape)));
    }

    /** Stirling's series after shifting the argument up (Abramowitz and Stegun, 6.1.41). */
    private static double logGamma(double x) {
        double shift = 0;
        double at = x;
        while (at < 10) {
            shift -= Math.log(at);
            at++;
        }
        double inverse = 1 / at;
        double series = inverse / 12 - Math.pow(inverse, 3) / 360 + Math.pow(inverse, 5) / 1260;
        return shift + (at - 0.5) * Math.log(at) - at + Math.log(2 * Math.PI) / 2 + series;
    }
}
