package io.thresher.trial;

import io.thresher.model.TrainingProgress;
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
    public boolean report(int step, double validationLoss) {
        ended = ended || !goOn.test(new Measurement(fold, step, validationLoss));
        return !ended;
    }

    boolean ended() {
        return ended;
    }
}
