package io.thresher.space;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The values a trial runs with. A parameter whose condition does not hold is absent.
 *
 * @param family name of the model family
 * @param values parameter to value: {@code Double} for real, {@code Long} for integer, {@code String} for categorical
 */
public record Configuration(String family, Map<String, Object> values) {

    public Configuration {
        Map<String, Object> checked = new LinkedHashMap<>();
        values.forEach((name, value) -> checked.put(name, normalised(name, value)));
        values = Collections.unmodifiableMap(checked);
    }

    /** The real value of {@code name}, or {@code otherwise} if it is absent. */
    public double real(String name, double otherwise) {
        return values.get(name) instanceof Number number ? number.doubleValue() : otherwise;
    }

    /** The whole value of {@code name}, or {@code otherwise} if it is absent. */
    public int integer(String name, int otherwise) {
        return values.get(name) instanceof Number number ? number.intValue() : otherwise;
    }

    /** The choice made for {@code name}, or {@code otherwise} if it is absent. */
    public String choice(String name, String otherwise) {
        return values.get(name) instanceof String choice ? choice : otherwise;
    }

    private static Object normalised(String name, Object value) {
        if (value instanceof Integer number) {
            return number.longValue();
        }
        if (value instanceof Float number) {
            return number.doubleValue();
        }
        if (value instanceof Long || value instanceof Double || value instanceof String) {
            return value;
        }
        throw new IllegalArgumentException(
                "parameter '%s': a value is a number or a word, got %s".formatted(name, value));
    }
}
