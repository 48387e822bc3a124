package io.thresher.pipeline;

import io.thresher.model.FeatureDemand;
import io.thresher.model.TrainingFailure;
import io.thresher.pipeline.NumberRecipe.Imputation;
import io.thresher.pipeline.NumberRecipe.Scaling;
import io.thresher.pipeline.NumberRecipe.Transform;
import io.thresher.pipeline.WordRecipe.Encoding;
import io.thresher.space.Configuration;
import java.util.Set;

/**
 * How columns become features. The parameters of a configuration that speak of it, valid in every family:
 *
 * <ul>
 *   <li>{@code encoding}: oneHot (default), ordinal, target or frequency; what words of few levels become.
 *   <li>{@code manyLevels}: the same choices (default target); what words of many levels become.
 *   <li>{@code fewLevels}: whole number, default 32; levels up to which a column of words has few.
 *   <li>{@code maxLevels}: whole number of at least 1, default 50; levels kept by oneHot and ordinal, most frequent first.
 *   <li>{@code minLevelCount}: whole number of at least 1, default 1; levels of fewer rows are grouped.
 *   <li>{@code imputation}: median (default) or mean, in families that cannot take missing numbers.
 *   <li>{@code scaling}: standard (default), robust, quantile or none, in families that want scaled numbers.
 *   <li>{@code transform}: none (default), log or yeoJohnson, before scaling in families that want it.
 *   <li>{@code clip}: real, in deviations, default 0 for none; where standard scaling cuts numbers off.
 * </ul>
 *
 * @param demand what the family asks for
 * @param numbers how numbers become features
 * @param words how words become features
 */
public record PreparationRecipe(FeatureDemand demand, NumberRecipe numbers, WordRecipe words) {

    /** The parameters of a configuration that speak of preparation. */
    public static final Set<String> PARAMETERS = Set.of(
            "encoding",
            "manyLevels",
            "fewLevels",
            "maxLevels",
            "minLevelCount",
            "imputation",
            "scaling",
            "transform",
            "clip");

    private static final int FEW_LEVELS = 32;
    private static final int MAX_LEVELS = 50;

    /** The recipe that a configuration asks for, within what its family can take. */
    public static PreparationRecipe of(Configuration configuration, FeatureDemand demand) {
        return new PreparationRecipe(demand, numbers(configuration, demand), words(configuration));
    }

    private static NumberRecipe numbers(Configuration configuration, FeatureDemand demand) {
        boolean scaled = demand.wantsScaling();
        double clip = configuration.real("clip", 0);
        return new NumberRecipe(
                demand.acceptsMissing() ? Imputation.NONE : imputation(configuration.choice("imputation", "median")),
                scaled ? transform(configuration.choice("transform", "none")) : Transform.NONE,
                scaled ? scaling(configuration.choice("scaling", "standard")) : Scaling.NONE,
                clip > 0 ? (float) clip : Float.POSITIVE_INFINITY);
    }

    private static WordRecipe words(Configuration configuration) {
        return new WordRecipe(
                encoding(configuration.choice("encoding", "oneHot")),
                encoding(configuration.choice("manyLevels", "target")),
                configuration.integer("fewLevels", FEW_LEVELS),
                configuration.integer("maxLevels", MAX_LEVELS),
                configuration.integer("minLevelCount", 1));
    }

    private static Imputation imputation(String word) {
        return switch (word) {
            case "median" -> Imputation.MEDIAN;
            case "mean" -> Imputation.MEAN;
            default -> throw unknown("imputation", word);
        };
    }

    private static Transform transform(String word) {
        return switch (word) {
            case "none" -> Transform.NONE;
            case "log" -> Transform.LOG;
            case "yeoJohnson" -> Transform.YEO_JOHNSON;
            default -> throw unknown("transform", word);
        };
    }

    private static Scaling scaling(String word) {
        return switch (word) {
            case "none" -> Scaling.NONE;
            case "standard" -> Scaling.STANDARD;
            case "robust" -> Scaling.ROBUST;
            case "quantile" -> Scaling.QUANTILE;
            default -> throw unknown("scaling", word);
        };
    }

    private static Encoding encoding(String word) {
        return switch (word) {
            case "oneHot" -> Encoding.ONE_HOT;
            case "ordinal" -> Encoding.ORDINAL;
            case "target" -> Encoding.TARGET;
            case "frequency" -> Encoding.FREQUENCY;
            default -> throw unknown("encoding", word);
        };
    }

    private static TrainingFailure unknown(String parameter, String word) {
        return new TrainingFailure(
                TrainingFailure.Cause.INFEASIBLE,
                "preparation, parameter '%s': there is no choice '%s'".formatted(parameter, word));
    }
}
