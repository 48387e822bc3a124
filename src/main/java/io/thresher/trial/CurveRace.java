package io.thresher.trial;

import java.util.List;
import java.util.Optional;

/**
 * What a trial must keep up with while its first fold is trained: at some rungs of its learning curve, a loss that it may
 * not exceed. A rung is a part of the steps that its family plans for such a configuration, so that slow and fast learners
 * are compared when they have gone equally far; the loss is the lowest so far, as the model of the lowest is kept.
 *
 * @param bars for the rungs at which trials are stopped, by rung
 */
public record CurveRace(List<Bar> bars) {
    /** The rungs, as parts of the planned steps. */
    public static final List<Double> RUNGS = List.of(1 / 9.0, 1 / 3.0);
    /** Nothing to keep up with. */
    public static final CurveRace NONE = new CurveRace(List.of());

    public CurveRace {
        bars = List.copyOf(bars);
    }

    /**
     * What stops a trial at a rung.
     *
     * @param rung place in {@link #RUNGS}
     * @param loss that may not be exceeded there
     * @param expected what a loss there lets expect in the end
     */
    public record Bar(int rung, double loss, Outcome expected) {}

    /**
     * The loss over all folds that one at a rung lets expect: a line through what became of earlier trials, and no less
     * than the best of them.
     *
     * @param offset of the line
     * @param slope of the line, not negative
     * @param lowest loss of the best of them
     */
    public record Outcome(double offset, double slope, double lowest) {
        double of(double lossAtRung) {
            return Math.max(lowest, offset + slope * lossAtRung);
        }
    }

    /** What stops a trial with this loss at a rung, if anything does. */
    Optional<Bar> stopping(int rung, double loss) {
        return bars.stream()
                .filter(bar -> bar.rung() == rung && loss > bar.loss())
                .findFirst();
    }
}
