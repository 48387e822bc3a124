package io.thresher.pipeline;

import io.thresher.data.NumberColumn;
import java.util.Arrays;

/** The finite numbers of a column, in ascending order. */
final class KnownNumbers {
    private final float[] sorted;

    private KnownNumbers(float[] sorted) {
        this.sorted = sorted;
    }

    static KnownNumbers of(NumberColumn column) {
        float[] known = new float[column.rows()];
        int count = 0;
        for (int row = 0; row < known.length; row++) {
            float value = column.value(row);
            if (Float.isFinite(value)) {
                known[count++] = value;
            }
        }
        float[] sorted = Arrays.copyOf(known, count);
        Arrays.sort(sorted);
        return new KnownNumbers(sorted);
    }

    /** A function that never falls as the number rises. */
    @FunctionalInterface
    interface Rising {
        float apply(float number);
    }

    /** What these numbers become. */
    KnownNumbers map(Rising rising) {
        float[] mapped = new float[sorted.length];
        for (int i = 0; i < mapped.length; i++) {
            mapped[i] = rising.apply(sorted[i]);
        }
        return new KnownNumbers(mapped);
    }

    int count() {
        return sorted.length;
    }

    /** The mean; 0 of none. */
    double mean() {
        double sum = 0;
        for (float value : sorted) {
            sum += value;
        }
        return sorted.length == 0 ? 0 : sum / sorted.length;
    }

    /** The share of numbers that are 0; 0 of none. */
    double shareOfZeros() {
        int zeros = 0;
        for (float value : sorted) {
            zeros += value == 0 ? 1 : 0;
        }
        return sorted.length == 0 ? 0 : (double) zeros / sorted.length;
    }

    /** The smallest; 0 of none. */
    float low() {
        return sorted.length == 0 ? 0 : sorted[0];
    }

    /** The largest; 0 of none. */
    float high() {
        return sorted.length == 0 ? 0 : sorted[sorted.length - 1];
    }

    /** The number below which {@code share} of them are, linear between two neighbours; 0 of none. */
    double quantile(double share) {
        if (sorted.length == 0) {
            return 0;
        }
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * ((double) sorted[above] - sorted[below]);
    }

    /** The scale to zero mean and unit variance. */
    StandardScale standardScale() {
        return StandardScale.of(sorted);
    }

    /** The third standardised moment; 0 where all are equal. */
    double skewness() {
        double mean = mean();
        double squares = 0;
        double cubes = 0;
        for (float value : sorted) {
            double away = value - mean;
            squares += away * away;
            cubes += away * away * away;
        }
        double variance = squares / Math.max(1, sorted.length);
        return squares > 0 ? cubes / sorted.length / (variance * Math.sqrt(variance)) : 0;
    }
}
