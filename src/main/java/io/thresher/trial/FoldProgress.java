package io.thresher.trial;

import io.thresher.model.TrainingProgress;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** Passes what one fold reports on to whoever may end the trial, and remembers if they did. */
final class FoldProgress implements TrainingProgress {
    private final int fold;
    private final Predicate<Measurement> goOn;
    private boolean ended;

    FoldProgress(int fold, Predicate<Measurement> goOn) {
        this.fold = fold;
        this.goOn = goOn;
    }

    @Override
    public boolean report(int step, OptionalDouble trainingLoss, double validationLoss) {
        ended = ended || !goOn.test(new Measurement(fold, step, trainingLoss, validationLoss));
        return !ended;
    }

    boolean ended() {
        return ended;
    }
}
