package io.thresher.model.neural;

/**
 * From the peak at the first step along half a cosine to zero after the last (Loshchilov, Hutter: SGDR, 2017, equation
 * 5, without restarts).
 *
 * @param steps steps altogether
 * @param peak the highest learning rate
 */
record Cosine(int steps, double peak) implements Schedule {

    @Override
    public double rate(int step) {
        return peak * (1 + Math.cos(Math.PI * step / steps)) / 2;
    }
}
