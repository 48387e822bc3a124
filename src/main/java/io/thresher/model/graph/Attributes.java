package io.thresher.model.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The attributes of an operator by name, immutable. Values are {@code Long}, {@code Float}, {@code String}, or a
 * {@code List} of one of these.
 */
public final class Attributes {
    private static final Attributes NONE = new Attributes(Map.of());

    private final Map<String, Object> values;

    private Attributes(Map<String, Object> values) {
        this.values = values;
    }

    public static Attributes none() {
        return NONE;
    }

    public Attributes with(String name, long value) {
        return plus(name, value);
    }

    public Attributes with(String name, float value) {
        return plus(name, value);
    }

    public Attributes with(String name, String value) {
        return plus(name, value);
    }

    public Attributes withLongs(String name, List<Long> value) {
        return plus(name, List.copyOf(value));
    }

    /** As {@link #withLongs(String, List)}, stored without boxes: for lists of millions. */
    public Attributes withLongs(String name, int[] value) {
        return plus(name, new PackedLongs(value));
    }

    /** As {@link #withFloats(String, List)}, stored without boxes: for lists of millions. */
    public Attributes withFloats(String name, float[] value) {
        return plus(name, new PackedFloats(value));
    }

    public Attributes withFloats(String name, List<Float> value) {
        return plus(name, List.copyOf(value));
    }

    public Attributes withStrings(String name, List<String> value) {
        return plus(name, List.copyOf(value));
    }

    /** Name to value, in the order they were given. */
    public Map<String, Object> values() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attributes that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    private Attributes plus(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Attributes(Collections.unmodifiableMap(more));
    }
}
