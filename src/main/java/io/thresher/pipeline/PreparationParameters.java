package io.thresher.pipeline;

import io.thresher.model.FeatureDemand;
import io.thresher.space.Domain;
import io.thresher.space.Trait;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the parameters of preparation can be; what they mean is told by {@link PreparationRecipe}. */
public final class PreparationParameters {
    private static final Domain NUMBERS_OF_WORDS =
            Domain.words("oneHot", "ordinal", "target", "frequency").onlyWith(Trait.WORDS);
    private static final Domain LEVELS_OF_WORDS =
            Domain.words("oneHot", "ordinal", "target", "frequency", "native").onlyWith(Trait.WORDS);

    private static final Map<String, Domain> OF_ALL = Map.ofEntries(
            Map.entry("trainingRows", Domain.whole(100, 1_000_000_000)),
            Map.entry("targetTransform", Domain.words("none", "log").worthWith(Trait.SKEWED_AMOUNTS, "none")),
            Map.entry("fewLevels", Domain.whole(0, 1_000_000).onlyWith(Trait.WORDS)),
            Map.entry("maxLevels", Domain.whole(1, 1_000_000).worthWith(Trait.MANY_LEVELS, (long)
                    PreparationRecipe.MAX_LEVELS)),
            Map.entry("minLevelCount", Domain.whole(1, 1_000_000).onlyWith(Trait.WORDS)),
            Map.entry("imputation", Domain.words("median", "mean").onlyWith(Trait.NUMBERS)),
            Map.entry(
                    "scaling",
                    Domain.words("standard", "robust", "quantile", "none").onlyWith(Trait.NUMBERS)),
            Map.entry("transform", Domain.words("none", "log", "yeoJohnson").onlyWith(Trait.NUMBERS)),
            Map.entry("clip", Domain.real(0, 1e6).onlyWith(Trait.NUMBERS)),
            Map.entry("textTerms", Domain.whole(0, 100_000).onlyWith(Trait.TEXTS)),
            Map.entry(
                    "textGrams",
                    Domain.words("words", "wordPairs", "characters").onlyWith(Trait.TEXTS)),
            Map.entry(
                    "textWeights",
                    Domain.words("presence", "counts", "tfIdf", "naiveBayes").onlyWith(Trait.TEXTS)),
            Map.entry("textTopics", Domain.whole(0, 500).onlyWith(Trait.TEXTS)));

    private PreparationParameters() {}

    /** What they can be before a family of that demand. */
    public static Map<String, Domain> of(FeatureDemand demand) {
        Domain words = demand.takesLevels() ? LEVELS_OF_WORDS : NUMBERS_OF_WORDS;
        Map<String, Domain> domains = new LinkedHashMap<>(OF_ALL);
        domains.put("encoding", words);
        domains.put("manyLevels", words);
        return domains;
    }
}
