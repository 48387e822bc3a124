package io.thresher.pipeline;

import io.thresher.model.FeatureDemand;
import io.thresher.space.Configuration;
import java.util.Set;

/**
 * How columns become features.
 *
 * @param imputation what a missing number becomes
 * @param scaled whether numbers get zero mean and unit variance
 * @param encoding what a word becomes
 * @param maxLevels words kept a column, most frequent first; rarer ones count as unseen
 */
public record PreparationRecipe(Imputation imputation, boolean scaled, Encoding encoding, int maxLevels) {

    /** The parameters of a configuration that speak of preparation, valid in every family. */
    public static final Set<String> PARAMETERS = Set.of("imputation", "encoding", "maxLevels");

    private static final int DEFAULT_MAX_LEVELS = 50;

    /** What a missing number becomes. */
    public enum Imputation {
        /** It stays missing. */
        NONE,
        /** The median of the training rows, and a feature says that it was missing. */
        MEDIAN,
        /** The mean of the training rows, and a feature says that it was missing. */
        MEAN
    }

    /** What a word becomes. */
    public enum Encoding {
        /** One 0/1 feature a level, and one for missing. */
        ONE_HOT,
        /** The position of the level in alphabetical order. */
        ORDINAL
    }

    /** The recipe that a configuration asks for, within what its family can take. */
    public static PreparationRecipe of(Configuration configuration, FeatureDemand demand) {
        Imputation imputation =
                configuration.choice("imputation", "median").equals("mean") ? Imputation.MEAN : Imputation.MEDIAN;
        return new PreparationRecipe(
                demand.acceptsMissing() ? Imputation.NONE : imputation,
                demand.wantsScaling(),
                configuration.choice("encoding", "oneHot").equals("ordinal") ? Encoding.ORDINAL : Encoding.ONE_HOT,
                configuration.integer("maxLevels", DEFAULT_MAX_LEVELS));
    }
}
