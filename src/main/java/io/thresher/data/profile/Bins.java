package io.thresher.data.profile;

import io.thresher.data.profile.Histogram.Bin;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Bins of equal width.
 *
 * @param low where the first begins
 * @param width of each; 0 if all numbers are alike, and then there is one bin
 * @param count how many there are
 */
record Bins(double low, double width, int count) {
    private static final int ABOUT = 20;
    /** How far beyond the first and last percentile bins reach, as a share of the distance between these. */
    private static final double MARGIN = 0.25;

    /**
     * Bins over the range in which nearly all numbers lie. Bins of whole numbers begin at whole numbers and are whole
     * numbers wide.
     *
     * @param first the first percentile
     * @param last the last percentile
     */
    static Bins over(double min, double max, double first, double last, boolean whole) {
        double margin = (last - first) * MARGIN;
        double low = margin > 0 ? Math.max(min, first - margin) : min;
        double high = margin > 0 ? Math.min(max, last + margin) : max;
        if (whole) {
            double values = Math.ceil(high) - Math.floor(low) + 1;
            double width = Math.ceil(values / ABOUT);
            return new Bins(Math.floor(low), width, (int) Math.ceil(values / width));
        }
        double width = (high - low) / ABOUT;
        return width > 0 ? new Bins(low, width, ABOUT) : new Bins(low, 0, 1);
    }

    double high() {
        return low + count * width;
    }

    /** The histogram of these counts, one a bin, in units of {@code scale}. */
    Histogram histogram(List<Long> counts, long below, long above, double scale) {
        List<Bin> bins = IntStream.range(0, count)
                .mapToObj(i -> new Bin((low + i * width) * scale, (low + (i + 1) * width) * scale, counts.get(i)))
                .toList();
        return new Histogram(bins, below, above);
    }
}
