package io.thresher.model.neural;

import io.thresher.model.TrainingFailure;

/** Notices when a loss leaves the finite numbers or all proportion, and tells what is likely to blame. */
final class Divergence {
    /** Training losses this many times as high as the first are beyond repair. */
    private static final double BEYOND_REPAIR = 1e4;

    private final LikelyCause cause;
    private double first = Double.NaN;

    Divergence(LikelyCause cause) {
        this.cause = cause;
    }

    /**
     * Looks at the loss of a batch.
     *
     * @throws TrainingFailure if it is not finite or far above the first
     */
    void checkTraining(double loss, int epoch) {
        if (Double.isNaN(first)) {
            first = Math.max(1, loss);
        }
        if (!(loss <= BEYOND_REPAIR * first)) {
            throw failure("training", loss, epoch, cause.inTraining());
        }
    }

    /**
     * Looks at the loss of the validation rows.
     *
     * @throws TrainingFailure if it is not finite
     */
    void checkValidation(double loss, int epoch) {
        if (!Double.isFinite(loss)) {
            throw failure("validation", loss, epoch, cause.inValidation());
        }
    }

    private static TrainingFailure failure(String rows, double loss, int epoch, String likelyCause) {
        return new TrainingFailure(
                TrainingFailure.Cause.DIVERGED,
                "the %s loss became %s in epoch %d: %s".formatted(rows, loss, epoch, likelyCause));
    }
}
