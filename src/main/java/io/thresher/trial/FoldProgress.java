package io.thresher.trial;

import io.thresher.model.TrainingProgress;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * Passes what one fold reports on to whoever may end the trial, and remembers if they did. When the fold's time is over,
 * its training ends with what is there, and the trial goes on.
 */
final class FoldProgress implements TrainingProgress {
    private final int fold;
    private final Predicate<Measurement> goOn;
    private final Curve curve;
    private final TrainingTime.Share time;
    private boolean ended;

    /** Whether a loss after so many steps keeps up. */
    @FunctionalInterface
    interface Curve {
        boolean keepsUp(int step, double loss);
    }

    /** A fold whose curve is not looked at. */
    FoldProgress(int fold, Predicate<Measurement> goOn, TrainingTime.Share time) {
        this(fold, goOn, (step, loss) -> true, time);
    }

    FoldProgress(int fold, Predicate<Measurement> goOn, Curve curve, TrainingTime.Share time) {
        this.fold = fold;
        this.goOn = goOn;
        this.curve = curve;
        this.time = time;
    }

    @Override
    public boolean report(int step, OptionalDouble trainingLoss, double validationLoss) {
        ended = ended || !goOn.test(new Measurement(fold, step, trainingLoss, validationLoss));
        return curve.keepsUp(step, validationLoss) && !ended && secondsLeft() > 0;
    }

    @Override
    public double secondsLeft() {
        return time.secondsLeft();
    }

    boolean ended() {
        return ended;
    }
}
