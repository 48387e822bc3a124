package io.thresher.search;

import java.util.List;
import java.util.Map;

/**
 * What the families are worth to the ensemble a search builds beside its trials: families that err differently help it
 * without being the best. A search without an ensemble says nothing. The same trials always give the same shares, in this
 * process or in another.
 */
@FunctionalInterface
public interface EnsembleShares {
    /** No ensemble. */
    EnsembleShares NONE = history -> Map.of();

    /**
     * Family to its share of the ensemble's weight, from 0 to 1; families without a share may be left out.
     *
     * @param history the trials that count as known, in order of their number
     */
    Map<String, Double> byFamily(List<Observation> history);
}
