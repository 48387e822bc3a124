package io.thresher.model;

import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.Domain;
import java.util.Map;
import java.util.OptionalInt;

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

    /**
     * Steps in which training of such a configuration goes about as far as that of any other of this family: at equal parts
     * of them, validation losses of two trainings can be compared. None where they cannot, or where there is one step.
     */
    default OptionalInt plannedSteps(Configuration configuration) {
        return OptionalInt.empty();
    }

    /** Whether every model of this family keeps to {@code constraints}; unless a family says so, it keeps to none. */
    default boolean honours(Constraints constraints) {
        return constraints.areNone();
    }

    /** What trains a model of that configuration here. The first answer in a process may wait for a library to load. */
    default Device device(Configuration configuration) {
        return Device.CPU;
    }

    /** Loads what training needs in this process and is not there yet, such as native libraries. */
    default void load() {}

    /**
     * Trains a model.
     *
     * @throws TrainingFailure if this configuration cannot be trained on these rows
     */
    FittedModel fit(TrainingSet rows, Configuration configuration, Seed seed, TrainingProgress progress);
}
