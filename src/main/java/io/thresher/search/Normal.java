package io.thresher.search;

import java.util.SplittableRandom;

/** The normal distribution. */
final class Normal {
    static final double SQRT_TWO_PI = Math.sqrt(2 * Math.PI);

    private Normal() {}

    /** φ(z). */
    static double density(double z) {
        return Math.exp(-0.5 * z * z) / SQRT_TWO_PI;
    }

    /** Φ(z), to 1e-7 (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.17). */
    static double cumulative(double z) {
        double t = 1 / (1 + 0.2316419 * Math.abs(z));
        double tail = density(z)
                * t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return z < 0 ? tail : 1 - tail;
    }

    /** Φ⁻¹(p) for 0 < p < 1, to 4.5e-4 (Abramowitz and Stegun 26.2.23). */
    static double quantile(double p) {
        double tail = Math.min(p, 1 - p);
        double t = Math.sqrt(-2 * Math.log(tail));
        double z =
                t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
        return p < 0.5 ? -z : z;
    }

    /** A standard normal number (Box and Muller 1958). */
    static double draw(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
