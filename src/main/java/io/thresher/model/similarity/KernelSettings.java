package io.thresher.model.similarity;

import io.thresher.space.Configuration;
import io.thresher.space.Domain;
import io.thresher.space.Trait;
import java.util.Map;

/**
 * What tunes a support vector machine.
 *
 * @param cost C: what an error costs beside the smoothness of the function
 * @param gammaFactor γ of the kernel in units of 1 / (sum of the features' variances), the width that is usual
 * @param tube ε: errors of that many deviations of the target cost nothing; regression only
 * @param balance how far classes of few rows are made up for by a higher cost: 0 not at all, 1 until all classes weigh the
 *     same; probabilities are those of the rows as they are all the same
 * @param relevance power of each feature's correlation with the target by which it is multiplied first
 */
record KernelSettings(double cost, double gammaFactor, double tube, double balance, double relevance) {
    static final Map<String, Domain> DOMAINS = Map.of(
            "cost", Domain.real(1e-6, 1e6),
            "gammaFactor", Domain.real(1e-6, 1e6),
            "tube", Domain.real(0, 10).onlyWith(Trait.AMOUNTS),
            "balance", Domain.real(0, 1).onlyWith(Trait.CLASSES),
            "relevance", Domain.real(0, 10));

    static KernelSettings of(Configuration configuration) {
        return new KernelSettings(
                configuration.real("cost", 1),
                configuration.real("gammaFactor", 1),
                configuration.real("tube", 0.1),
                configuration.real("balance", 0.7),
                configuration.real("relevance", 0.5));
    }
}
