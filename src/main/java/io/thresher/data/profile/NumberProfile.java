package io.thresher.data.profile;

import java.util.List;

/**
 * How the numbers of a column are spread; missing ones are not counted.
 *
 * @param min smallest
 * @param max largest
 * @param mean arithmetic mean
 * @param std standard deviation of a sample, with n − 1; 0 if there is one number
 * @param quantiles at the shares {@value #SHARES}, ascending, interpolated between neighbours
 * @param histogram counts in bins of equal width
 * @param zeros how many are 0
 * @param negatives how many are below 0
 */
public record NumberProfile(
        double min,
        double max,
        double mean,
        double std,
        List<Quantile> quantiles,
        Histogram histogram,
        long zeros,
        long negatives) {
    static final String SHARES = "0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99";

    public NumberProfile {
        quantiles = List.copyOf(quantiles);
    }

    /** The number below which that share of the numbers lies. */
    public record Quantile(double share, double value) {}
}
