package io.thresher.data.profile;

import java.util.List;

/**
 * Counts in bins of equal width over the range in which nearly all numbers lie. Numbers beyond it are counted in the
 * first or last bin, so that the counts add up to all numbers.
 *
 * @param bins ascending, each beginning where the one before ends
 * @param below of those counted in the first bin, how many lie below it
 * @param above of those counted in the last bin, how many lie above it
 */
public record Histogram(List<Bin> bins, long below, long above) {

    public Histogram {
        bins = List.copyOf(bins);
    }

    /** How many numbers are at least {@code low} and below {@code high}; the last bin includes its {@code high}. */
    public record Bin(double low, double high, long count) {}
}
