package io.thresher.metric;

/** How far two sets of predictions are apart. */
public final class Parity {
    /** Largest difference allowed: absolute for probabilities, relative for numbers. */
    public static final double TOLERANCE = 1e-5;

    private Parity() {}

    /** The largest absolute difference; infinite if one is not a number. */
    public static double absolute(Predictions left, Predictions right) {
        return largest(left, right, 0);
    }

    /** The largest difference relative to the mean size of the numbers in {@code left}; infinite if one is none. */
    public static double relative(Predictions left, Predictions right) {
        double size = 0;
        for (float value : left.values()) {
            size += Math.abs(value);
        }
        return largest(left, right, size / Math.max(1, left.rows()));
    }

    private static double largest(Predictions left, Predictions right, double size) {
        float[] a = left.values();
        float[] b = right.values();
        double largest = a.length == b.length ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            double difference = Math.abs((double) a[i] - b[i]);
            double relative = size > 0 ? difference / Math.max(size, Math.abs(a[i])) : difference;
            largest = Math.max(largest, Double.isNaN(relative) ? Double.POSITIVE_INFINITY : relative);
        }
        return largest;
    }
}
