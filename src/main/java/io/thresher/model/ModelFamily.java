package io.thresher.model;

import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.Domain;
import java.util.Map;

/**
 * A way to learn any task from prepared features: the one plug point for models. Implementations are stateless, use one
 * thread, and give the same model for the same training set, configuration and seed.
 */
public interface ModelFamily {

    /** The name in search spaces and on the leaderboard, in lower camel case. */
    String name();

    /**
     * The parameters a configuration of this family may set, and what it can take for each; those that are not set have the
     * family's defaults.
     */
    Map<String, Domain> parameters();

    /** What this family asks of its features. */
    FeatureDemand demand();

    /** What a model of that configuration asks of its features, where models of this family differ. */
    default FeatureDemand demand(Configuration configuration) {
        return demand();
    }

    /** Whether every model of this family keeps to {@code constraints}; unless a family says so, it keeps to none. */
    default boolean honours(Constraints constraints) {
        return constraints.areNone();
    }

    /**
     * Trains a model.
     *
     * @throws TrainingFailure if this configuration cannot be trained on these rows
     */
    FittedModel fit(TrainingSet rows, Configuration configuration, Seed seed, TrainingProgress progress);
}
