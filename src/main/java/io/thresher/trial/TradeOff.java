package io.thresher.trial;

import java.util.Optional;

/**
 * What speaks for a trial and what against it. Latency and size are compared in steps of a tenth, since the one is measured
 * and neither matters to the last digit: without steps noise would put half of all trials on the front (boxes of
 * epsilon-dominance: Laumanns, Thiele, Deb and Zitzler, Combining convergence and diversity in evolutionary multiobjective
 * optimization, 2002).
 *
 * @param number of the trial
 * @param loss lower is better
 * @param microsOneRow latency of a call with one row
 * @param modelBytes size of its file
 */
public record TradeOff(int number, double loss, double microsOneRow, long modelBytes) {
    private static final double STEP = Math.log(1.1);

    /** That of a trial with this loss and model; nothing where the latency was not measured. */
    public static Optional<TradeOff> of(int number, double loss, Footprint model) {
        return Double.isNaN(model.microsOneRow())
                ? Optional.empty()
                : Optional.of(new TradeOff(number, loss, model.microsOneRow(), model.modelBytes()));
    }

    /** Whether it is no worse in anything than the other: then nobody needs the other. */
    public boolean covers(TradeOff other) {
        return loss <= other.loss
                && step(microsOneRow) <= step(other.microsOneRow)
                && step((double) modelBytes) <= step((double) other.modelBytes);
    }

    private static long step(double value) {
        return Math.round(Math.log(Math.max(value, 1e-3)) / STEP);
    }
}
