package io.thresher.trial;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

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

    /** The costs that are over their limits with figure and limit, such as {@code modelBytes 5000, at most 1000}. */
    public String excessWords(Footprint model) {
        return missedBy(model).stream()
                .map(cost -> Double.isNaN(model.of(cost))
                        ? "%s, which is not known on this machine".formatted(cost.word())
                        : "%s %s, at most %s".formatted(cost.word(), figure(model.of(cost)), figure(limit(cost))))
                .collect(Collectors.joining(" and "));
    }

    /** Whole, or with four digits that count. */
    private static String figure(double value) {
        return value >= 1000
                ? String.format(Locale.ROOT, "%.0f", value)
                : new BigDecimal(value)
                        .round(new MathContext(4))
                        .stripTrailingZeros()
                        .toPlainString();
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
