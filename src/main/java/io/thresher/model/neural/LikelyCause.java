package io.thresher.model.neural;

import io.thresher.data.Target;
import io.thresher.model.Feature;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.TargetScale;
import io.thresher.model.TrainingSet;
import java.util.Optional;
import java.util.stream.Stream;

/** What is likely to blame when a loss leaves the finite numbers: the rows if they are strange, the learning rate if not. */
final class LikelyCause {
    /** Features are scaled to unit variance; values beyond this overwhelm everything else a network sees. */
    private static final float EXPLODING = 1e4f;

    /** Standard deviations of the training rows beyond which a number to predict is as good as an error. */
    private static final double ABSURD = 1e3;

    private final TrainingSet set;
    private final String learningRate;

    /**
     * @param learningRate what was configured, in words
     */
    LikelyCause(TrainingSet set, String learningRate) {
        this.set = set;
        this.learningRate = learningRate;
    }

    /** The cause where the loss of training rows went astray. */
    String inTraining() {
        return words("training", set.features(), set.target());
    }

    /** The cause where the loss of validation rows did. */
    String inValidation() {
        return words("validation", set.validationFeatures(), set.validationTarget());
    }

    private String words(String rows, FeatureMatrix features, Target target) {
        return Stream.of(unknown(features), extreme(features), target(target))
                .flatMap(Optional::stream)
                .findFirst()
                .map(strange -> strange + " in the " + rows + " rows")
                .orElse(learningRate + " is probably too high for this network");
    }

    private static Optional<String> unknown(FeatureMatrix features) {
        float[] values = features.values();
        for (int i = 0; i < values.length; i++) {
            Feature feature = features.features().get(i % features.columns());
            if (!Float.isFinite(values[i]) && feature.kind() != Feature.Kind.LEVEL) {
                return Optional.of("feature '%s' is %s".formatted(feature.name(), values[i]));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> extreme(FeatureMatrix features) {
        float[] values = features.values();
        int farthest = 0;
        for (int i = 1; i < values.length; i++) {
            if (Math.abs(values[i]) > Math.abs(values[farthest])) {
                farthest = i;
            }
        }
        return values.length > 0 && Math.abs(values[farthest]) > EXPLODING
                ? Optional.of("feature '%s' reaches %s standard deviations"
                        .formatted(features.names().get(farthest % features.columns()), values[farthest]))
                : Optional.empty();
    }

    private Optional<String> target(Target target) {
        if (target.task().isClassification()) {
            return Optional.empty();
        }
        TargetScale scale = TargetScale.of(set.target());
        for (int row = 0; row < target.rows(); row++) {
            float deviations = scale.standardised(target.value(row));
            if (!(Math.abs(deviations) <= ABSURD)) {
                return Optional.of("the number to predict is %s, which is %s standard deviations from the mean,"
                        .formatted(target.value(row), deviations));
            }
        }
        return Optional.empty();
    }
}
