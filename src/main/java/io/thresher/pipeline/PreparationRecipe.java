package io.thresher.pipeline;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.data.WordKind;
import io.thresher.model.FeatureDemand;
import io.thresher.model.TrainingFailure;
import io.thresher.pipeline.NumberRecipe.Imputation;
import io.thresher.pipeline.NumberRecipe.Scaling;
import io.thresher.pipeline.NumberRecipe.Transform;
import io.thresher.pipeline.TextRecipe.Grams;
import io.thresher.pipeline.TextRecipe.Weights;
import io.thresher.pipeline.WordRecipe.Encoding;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.util.Optional;

/**
 * How columns become features. The parameters of a configuration that speak of it, valid in every family
 * ({@link PreparationParameters}):
 *
 * <ul>
 *   <li>{@code encoding}: oneHot (default), ordinal, target, frequency or, in families that learn from levels as such, native; what words of few levels become.
 *   <li>{@code manyLevels}: the same choices; what words of many levels become. By default target, but oneHot in families that
 *       want scaled numbers.
 *   <li>{@code fewLevels}: whole number, default 32; levels up to which a column of words has few.
 *   <li>{@code maxLevels}: whole number of at least 1, default 50; levels kept by oneHot, ordinal and native, most frequent first.
 *   <li>{@code minLevelCount}: whole number of at least 1, default 1; levels of fewer rows are grouped.
 *   <li>{@code imputation}: median (default) or mean, in families that cannot take missing numbers.
 *   <li>{@code scaling}: standard (default), robust, quantile or none, in families that want scaled numbers.
 *   <li>{@code transform}: none (default), log or yeoJohnson, before scaling in families that want it.
 *   <li>{@code textTerms}: whole number, default 500; terms learned a column of texts at most, 0 leaves texts out.
 *   <li>{@code textGrams}: words (default), wordPairs or characters; what a term is.
 *   <li>{@code textWeights}: presence (default), counts, tfIdf, or naiveBayes, by how much each term tells of the target.
 *   <li>{@code textTopics}: whole number, default 0 for a feature a term; features a column that stand for all its terms.
 *   <li>{@code clip}: real, in deviations, default 0 for none; where standard scaling cuts numbers off.
 * </ul>
 *
 * <p>One is about rows: {@code trainingRows}, whole number of at least 100, by default all; rows that are trained on at the
 * most, drawn evenly over the classes or the size of the numbers ({@link Pipeline#mostTrainingRows}). And one about what is
 * predicted: {@code targetTransform}, none (default) or log, of numbers that are not negative ({@link LogTarget}).
 *
 * @param demand what the family asks for
 * @param numbers how numbers become features
 * @param words how words become features
 * @param texts how texts become features
 */
public record PreparationRecipe(FeatureDemand demand, NumberRecipe numbers, WordRecipe words, TextRecipe texts) {

    private static final int FEW_LEVELS = 32;
    static final int MAX_LEVELS = 50;
    private static final int TEXT_TERMS = 500;

    /** The recipe that a configuration asks for, within what its family can take. */
    public static PreparationRecipe of(Configuration configuration, FeatureDemand demand) {
        return new PreparationRecipe(
                demand, numbers(configuration, demand), words(configuration, demand), texts(configuration));
    }

    /** The same with as many terms of texts as that table has room for. */
    PreparationRecipe within(Table training) {
        int columns = (int) training.columns().stream()
                .filter(column -> column instanceof CategoryColumn words && isText(words))
                .count();
        return new PreparationRecipe(demand, numbers, words, texts.within(training.rows(), columns, demand));
    }

    private boolean isText(CategoryColumn column) {
        return column.kind() instanceof WordKind.Sentences && !words.takesSentences(column);
    }

    /** Fits the words of one column of the training rows, whose target is {@code target}. */
    FittedColumns fit(CategoryColumn column, Target target, Seed seed) {
        if (isText(column)) {
            return texts.fit(column, target, demand, seed);
        }
        if (column.kind() instanceof WordKind.Dates dates) {
            Optional<DateForm> form = DateForm.of(dates.format());
            if (form.isPresent()) {
                return FittedColumns.of(DatePreparation.fit(column, form.get(), demand));
            }
        }
        return words.fit(column, target, demand, seed);
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

    private static WordRecipe words(Configuration configuration, FeatureDemand demand) {
        return new WordRecipe(
                encoding("encoding", configuration.choice("encoding", "oneHot"), demand),
                encoding(
                        "manyLevels",
                        configuration.choice("manyLevels", demand.wantsScaling() ? "oneHot" : "target"),
                        demand),
                configuration.integer("fewLevels", FEW_LEVELS),
                configuration.integer("maxLevels", MAX_LEVELS),
                configuration.integer("minLevelCount", 1));
    }

    private static TextRecipe texts(Configuration configuration) {
        return new TextRecipe(
                configuration.integer("textTerms", TEXT_TERMS),
                grams(configuration.choice("textGrams", "words")),
                weights(configuration.choice("textWeights", "presence")),
                configuration.integer("textTopics", 0));
    }

    private static Grams grams(String word) {
        return switch (word) {
            case "words" -> Grams.WORDS;
            case "wordPairs" -> Grams.WORD_PAIRS;
            case "characters" -> Grams.CHARACTERS;
            default -> throw unknown("textGrams", word);
        };
    }

    private static Weights weights(String word) {
        return switch (word) {
            case "presence" -> Weights.PRESENCE;
            case "counts" -> Weights.COUNTS;
            case "tfIdf" -> Weights.TF_IDF;
            case "naiveBayes" -> Weights.NAIVE_BAYES;
            default -> throw unknown("textWeights", word);
        };
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

    private static Encoding encoding(String parameter, String word, FeatureDemand demand) {
        if (word.equals("native") && !demand.takesLevels()) {
            throw new TrainingFailure(
                    TrainingFailure.Cause.INFEASIBLE,
                    "preparation, parameter '%s': this model splits no levels into sets, so it takes no native words"
                            .formatted(parameter));
        }
        return switch (word) {
            case "oneHot" -> Encoding.ONE_HOT;
            case "ordinal" -> Encoding.ORDINAL;
            case "target" -> Encoding.TARGET;
            case "frequency" -> Encoding.FREQUENCY;
            case "native" -> Encoding.NATIVE;
            default -> throw unknown(parameter, word);
        };
    }

    private static TrainingFailure unknown(String parameter, String word) {
        return new TrainingFailure(
                TrainingFailure.Cause.INFEASIBLE,
                "preparation, parameter '%s': there is no choice '%s'".formatted(parameter, word));
    }
}
