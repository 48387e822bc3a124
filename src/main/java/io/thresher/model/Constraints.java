package io.thresher.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of the relation beforehand and every model of a job must keep to.
 *
 * @param monotone numeric columns to the way the prediction may move with them; of two classes, the probability of the
 *     second one
 * @param interactions lists of columns that may act together; columns of different lists only add up, to the number or to
 *     the log-odds that is predicted. Columns in no list may act together as if they were a list of their own. No list:
 *     all columns may
 */
public record Constraints(Map<String, Direction> monotone, List<List<String>> interactions) {
    /** Anything goes. */
    public static final Constraints NONE = new Constraints(Map.of(), List.of());

    public Constraints {
        monotone = Collections.unmodifiableMap(new TreeMap<>(monotone));
        interactions = interactions.stream().map(List::copyOf).toList();
    }

    /** Whether anything goes. */
    public boolean areNone() {
        return monotone.isEmpty() && interactions.isEmpty();
    }
}
