package io.thresher.trial;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What the model that a job delivers may cost at the most.
 *
 * @param most cost to its limit, above 0, in the cost's own unit; what is not there has no limit
 */
public record Limits(Map<Cost, Double> most) {
    /** Anything goes. */
    public static final Limits NONE = new Limits(Map.of());

    /** Excess of a cost that is not known: it may keep to the limit, but nobody can say so. */
    private static final double UNKNOWN = 1;

    public Limits {
        Map<Cost, Double> sorted = new EnumMap<>(Cost.class);
        sorted.putAll(most);
        sorted.forEach((cost, limit) -> {
            if (!(limit > 0 && Double.isFinite(limit))) {
                throw new IllegalArgumentException(
                        "the limit of %s must be above 0, got %s".formatted(cost.word(), limit));
            }
        });
        most = Collections.unmodifiableMap(sorted);
    }

    /** Whether anything goes. */
    public boolean areNone() {
        return most.isEmpty();
    }

    public OptionalDouble of(Cost cost) {
        return most.containsKey(cost) ? OptionalDouble.of(most.get(cost)) : OptionalDouble.empty();
    }

    private double limit(Cost cost) {
        return of(cost).orElse(Double.POSITIVE_INFINITY);
    }

    /** The costs that are over their limits; one that is not known counts as over. */
    public List<Cost> missedBy(Footprint model) {
        return most.keySet().stream()
                .filter(cost -> !(model.of(cost) <= limit(cost)))
                .toList();
    }

    /**
     * How far a model is over the limits: the sum of the natural logarithms of cost by limit over the costs that are over
     * it; 0 within all limits.
     */
    public double excess(Footprint model) {
        return missedBy(model).stream()
                .mapToDouble(cost -> {
                    double over = Math.log(model.of(cost) / limit(cost));
                    return Double.isNaN(over) ? UNKNOWN : over;
                })
                .sum();
    }
}
