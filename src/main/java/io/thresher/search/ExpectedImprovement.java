package io.thresher.search;

/** Expected improvement (Mockus 1978; Jones et al. 1998) for what is to become small. */
final class ExpectedImprovement {
    private ExpectedImprovement() {}

    /** Expected improvement on {@code best} of what is normally distributed; the deviation is positive. */
    static double of(double mean, double deviation, double best) {
        double z = (best - mean) / deviation;
        return deviation * (Normal.density(z) + z * Normal.cumulative(z));
    }

    /**
     * A number that grows with the logarithm of the expected improvement on {@code best}: the improvement itself is too
     * small to compare where nothing promises much (Ament et al., Unexpected Improvements to Expected Improvement, 2023).
     */
    static double log(double mean, double deviation, double best) {
        double z = (best - mean) / deviation;
        double scaled = z > -5
                ? Math.log(Normal.density(z) + z * Normal.cumulative(z))
                // φ(z) + z·Φ(z) → φ(z) / z² far below.
                : -0.5 * z * z - Math.log(Normal.SQRT_TWO_PI) - 2 * Math.log(-z);
        return scaled + Math.log(deviation);
    }
}
