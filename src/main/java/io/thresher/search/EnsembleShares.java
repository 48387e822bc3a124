package io.thresher.search;

import java.util.Map;

/**
 * What the families are worth to the ensemble a search builds beside its trials: families that err differently help it
 * without being the best. A search without an ensemble says nothing.
 */
@FunctionalInterface
public interface EnsembleShares {
    /** No ensemble. */
    EnsembleShares NONE = Map::of;

    /** Family to its share of the ensemble's weight, from 0 to 1; families without a share may be left out. */
    Map<String, Double> byFamily();
}
