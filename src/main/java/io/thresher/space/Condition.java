package io.thresher.space;

import java.util.List;
import java.util.Map;

/**
 * When a parameter takes part: only if an earlier one has one of these values.
 *
 * @param parameter name of the earlier parameter
 * @param values values of it that let this one take part: words, or whole or real numbers
 */
public record Condition(String parameter, List<Object> values) {

    public Condition {
        values = List.copyOf(values);
    }

    /** Whether the condition holds for the values chosen so far. */
    public boolean holds(Map<String, Object> chosen) {
        Object value = chosen.get(parameter);
        return value != null && values.stream().anyMatch(allowed -> same(allowed, value));
    }

    private static boolean same(Object allowed, Object value) {
        if (allowed instanceof Number a && value instanceof Number b) {
            return a.doubleValue() == b.doubleValue();
        }
        return allowed.equals(value);
    }
}
