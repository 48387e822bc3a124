package io.thresher.model;

/**
 * What a family asks of its features.
 *
 * @param acceptsMissing whether NaN may stand for a missing value; otherwise missing numbers are imputed
 * @param wantsScaling whether numbers should have zero mean and unit variance
 * @param takesLevels whether it can learn from the level of a word as such: {@link Feature.Kind#LEVEL}
 * @param takesSparse whether it passes over zeros, so that a matrix may be the values other than 0 alone
 */
public record FeatureDemand(boolean acceptsMissing, boolean wantsScaling, boolean takesLevels, boolean takesSparse) {

    /** A demand of a family that needs every value. */
    public FeatureDemand(boolean acceptsMissing, boolean wantsScaling, boolean takesLevels) {
        this(acceptsMissing, wantsScaling, takesLevels, false);
    }

    /** A demand of a family that takes words as numbers only. */
    public FeatureDemand(boolean acceptsMissing, boolean wantsScaling) {
        this(acceptsMissing, wantsScaling, false);
    }
}
