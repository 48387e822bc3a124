package io.thresher.pipeline;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Target;
import io.thresher.model.FeatureDemand;
import io.thresher.seed.Seed;
import java.util.stream.IntStream;

/**
 * How words become features.
 *
 * @param few what words of at most {@code fewLevels} levels become
 * @param many what words of more levels become
 * @param fewLevels see {@code few}
 * @param maxLevels levels kept where each gets a feature or a position, most frequent first
 * @param minCount rows a level needs to be kept; levels of fewer rows are one level, that of words never seen, too
 */
record WordRecipe(Encoding few, Encoding many, int fewLevels, int maxLevels, int minCount) {

    /** Rows that a sentence must be in on average to count as a level. */
    private static final int ROWS_PER_LEVEL = 5;

    /** What a word becomes. */
    enum Encoding {
        /** One 0/1 feature a level, one for rare words and one for missing ones. */
        ONE_HOT,
        /** The position of the level in alphabetical order. */
        ORDINAL,
        /** What the target is where this word is, out of fold for training rows. */
        TARGET,
        /** The share of rows with that word. */
        FREQUENCY,
        /** The level itself, for families that learn from levels as such. */
        NATIVE
    }

    /**
     * Whether sentences have the habits of a category: few of them, each of several rows. Which one it is then tells all
     * that its words would.
     */
    boolean takesSentences(CategoryColumn sentences) {
        long known = IntStream.range(0, sentences.rows())
                .filter(row -> sentences.code(row) >= 0)
                .count();
        int distinct = WordLevels.of(sentences, 1, Integer.MAX_VALUE).levels().size();
        return distinct <= fewLevels && distinct <= known / ROWS_PER_LEVEL;
    }

    /** Fits the words of one column of the training rows, whose target is {@code target}. */
    FittedColumns fit(CategoryColumn words, Target target, FeatureDemand demand, Seed seed) {
        WordLevels all = WordLevels.of(words, minCount, Integer.MAX_VALUE);
        Encoding encoding = all.levels().size() <= fewLevels ? few : many;
        return switch (encoding) {
            case ONE_HOT -> FittedColumns.of(new OneHotWords(WordLevels.of(words, minCount, maxLevels)));
            case ORDINAL ->
                FittedColumns.of(
                        LookedUpWords.ordinal(WordLevels.of(words, minCount, maxLevels), demand.acceptsMissing()));
            case TARGET -> TargetEncoding.fit(words, all, target, demand.wantsScaling(), seed);
            case FREQUENCY -> FittedColumns.of(WordFrequency.fit(words, all, demand.wantsScaling()));
            case NATIVE -> FittedColumns.of(LookedUpWords.places(WordLevels.of(words, minCount, maxLevels)));
        };
    }
}
