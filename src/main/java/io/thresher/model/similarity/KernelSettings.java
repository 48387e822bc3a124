package io.thresher.model.similarity;

import io.thresher.space.Configuration;
import java.util.Set;

/**
 * What tunes a support vector machine.
 *
 * @param cost C: what an error costs beside the smoothness of the function
 * @param gammaFactor γ of the kernel in units of 1 / (sum of the features' variances), the width that is usual
 * @param tube ε: errors of that many deviations of the target cost nothing; regression only
 * @param relevance power of each feature's correlation with the target by which it is multiplied first
 */
record KernelSettings(double cost, double gammaFactor, double tube, double relevance) {
    static final Set<String> NAMES = Set.of("cost", "gammaFactor", "tube", "relevance");

    static KernelSettings of(Configuration configuration) {
        return new KernelSettings(
                configuration.real("cost", 1),
                configuration.real("gammaFactor", 1),
                configuration.real("tube", 0.1),
                Math.max(0, configuration.real("relevance", 0.5)));
    }
}
