package io.thresher.onnx;

import io.thresher.model.graph.Attributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words that a {@code LabelEncoder} knows. One that ONNX Runtime for Java cannot hand over is there twice: as other
 * languages write it, and as {@link Scorer} does.
 */
final class LabelKeys {
    private static final String KEYS = "keys_strings";

    private LabelKeys() {}

    /** The same attributes with the further keys, each with the value of its word; as they are if there are none. */
    static Attributes complete(Attributes attributes) {
        Map<String, Object> values = attributes.values();
        if (!(values.get(KEYS) instanceof List<?> given)) {
            return attributes;
        }
        List<String> words = given.stream().map(String.class::cast).toList();
        if (words.stream().allMatch(word -> PlainText.of(word).equals(word))) {
            return attributes;
        }
        Keys keys = new Keys(words);
        Attributes complete = attributes.withStrings(KEYS, keys.keys);
        for (Map.Entry<String, Object> attribute : values.entrySet()) {
            complete = keys.taken(complete, attribute.getKey(), attribute.getValue());
        }
        return complete;
    }

    /** Keys, and for each the place of its word among the words that were given. */
    private static final class Keys {
        private final List<String> keys = new ArrayList<>();
        private final List<Integer> places = new ArrayList<>();

        Keys(List<String> words) {
            Set<String> seen = new HashSet<>();
            for (int place = 0; place < words.size(); place++) {
                String word = words.get(place);
                for (String key : List.of(word, PlainText.of(word))) {
                    if (PlainText.isWhole(key) && seen.add(key)) {
                        keys.add(key);
                        places.add(place);
                    }
                }
            }
        }

        Attributes taken(Attributes attributes, String name, Object value) {
            return switch (name) {
                case "values_int64s" -> attributes.withLongs(name, taken((List<?>) value, Long.class));
                case "values_floats" -> attributes.withFloats(name, taken((List<?>) value, Float.class));
                case "values_strings" -> attributes.withStrings(name, taken((List<?>) value, String.class));
                default -> attributes;
            };
        }

        private <T> List<T> taken(List<?> values, Class<T> type) {
            return places.stream().map(place -> type.cast(values.get(place))).toList();
        }
    }
}
