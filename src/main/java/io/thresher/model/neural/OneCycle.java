package io.thresher.model.neural;

/**
 * The learning rate of each step: from peak/25 up to the peak over the first quarter, then down to peak/10⁵, both along
 * half a cosine (Smith, Topin: Super-Convergence, 2018, with the shape and the constants of fastai).
 *
 * @param steps steps of the whole cycle
 * @param peak the highest learning rate
 */
record OneCycle(int steps, double peak) implements Schedule {
    private static final double RISING_SHARE = 0.25;
    private static final double START_DIVISOR = 25;
    private static final double END_DIVISOR = 1e5;

    @Override
    public double rate(int step) {
        double done = steps > 1 ? (double) step / (steps - 1) : RISING_SHARE;
        if (done < RISING_SHARE) {
            return between(peak / START_DIVISOR, peak, done / RISING_SHARE);
        }
        return between(peak, peak / END_DIVISOR, (done - RISING_SHARE) / (1 - RISING_SHARE));
    }

    private static double between(double from, double to, double share) {
        return to + (from - to) * (1 + Math.cos(Math.PI * share)) / 2;
    }
}
