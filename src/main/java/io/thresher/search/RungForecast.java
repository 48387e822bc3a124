package io.thresher.search;

import java.util.Arrays;

/**
 * What a loss at a rung of the learning curve lets expect in the end: a line through what became of the trials that went
 * on, by least squares, and no less than the best of them. The two losses need not be of one kind.
 *
 * @param offset of the line
 * @param slope of the line, not negative
 * @param lowest loss that any of them reached in the end
 */
public record RungForecast(double offset, double slope, double lowest) {
    /** Below so many trials a line through them would be anything, and their mean is taken. */
    private static final int LEAST = 4;

    /**
     * The line through these trials, at least one.
     *
     * @param atRung their losses at the rung
     * @param atEnd their losses in the end, as many
     */
    public static RungForecast through(double[] atRung, double[] atEnd) {
        double meanRung = Arrays.stream(atRung).average().orElseThrow();
        double meanEnd = Arrays.stream(atEnd).average().orElseThrow();
        double covariance = 0;
        double variance = 0;
        for (int i = 0; i < atRung.length; i++) {
            covariance += (atRung[i] - meanRung) * (atEnd[i] - meanEnd);
            variance += (atRung[i] - meanRung) * (atRung[i] - meanRung);
        }
        double slope = atRung.length < LEAST || variance == 0 ? 0 : Math.max(0, covariance / variance);
        return new RungForecast(
                meanEnd - slope * meanRung, slope, Arrays.stream(atEnd).min().orElseThrow());
    }

    /** The loss in the end of a trial that was stopped with this one. */
    public double of(double lossAtRung) {
        return Math.max(lowest, offset + slope * lossAtRung);
    }
}
