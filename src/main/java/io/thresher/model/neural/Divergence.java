package io.thresher.model.neural;

import io.thresher.model.FeatureMatrix;
import io.thresher.model.TrainingFailure;
import io.thresher.model.TrainingSet;
import java.util.OptionalInt;

/** Notices when a loss leaves the finite numbers or all proportion, and tells what is likely to blame. */
final class Divergence {
    /** Training losses this many times as high as the first are beyond repair. */
    private static final double BEYOND_REPAIR = 1e4;

    /** Features are scaled to unit variance; values beyond this overwhelm everything else a network sees. */
    private static final float EXPLODING = 1e4f;

    private final TrainingSet set;
    private final String learningRate;
    private double first = Double.NaN;

    /**
     * @param learningRate what was configured, in words
     */
    Divergence(TrainingSet set, String learningRate) {
        this.set = set;
        this.learningRate = learningRate;
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
            throw failure("training", loss, epoch, set.features());
        }
    }

    /**
     * Looks at the loss of the validation rows.
     *
     * @throws TrainingFailure if it is not finite
     */
    void checkValidation(double loss, int epoch) {
        if (!Double.isFinite(loss)) {
            throw failure("validation", loss, epoch, set.validationFeatures());
        }
    }

    private TrainingFailure failure(String rows, double loss, int epoch, FeatureMatrix features) {
        return new TrainingFailure(
                TrainingFailure.Cause.DIVERGED,
                "the %s loss became %s in epoch %d: %s".formatted(rows, loss, epoch, likelyCause(rows, features)));
    }

    private String likelyCause(String rows, FeatureMatrix features) {
        OptionalInt extreme = extreme(features);
        if (extreme.isPresent()) {
            int column = extreme.getAsInt() % features.columns();
            return "feature '%s' reaches %s standard deviations in the %s rows"
                    .formatted(features.names().get(column), features.values()[extreme.getAsInt()], rows);
        }
        return learningRate + " is probably too high for this network";
    }

    /** Where the value farthest from zero is, if it is exploding. */
    private static OptionalInt extreme(FeatureMatrix features) {
        float[] values = features.values();
        int farthest = 0;
        for (int i = 1; i < values.length; i++) {
            if (Math.abs(values[i]) > Math.abs(values[farthest])) {
                farthest = i;
            }
        }
        boolean explodes = values.length > 0 && !(Math.abs(values[farthest]) <= EXPLODING);
        return explodes ? OptionalInt.of(farthest) : OptionalInt.empty();
    }
}
