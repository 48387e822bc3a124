package io.thresher.space;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values that a family can take for one of its parameters; a search space may offer any part of them. A parameter may
 * mean something only where the data has a {@link Trait}: of a search on other data it is no dimension.
 */
public sealed interface Domain permits Domain.Numbers, Domain.Words {

    /** A real number from {@code low} to {@code high}, both included. */
    static Domain real(double low, double high) {
        return new Numbers(low, high, false, Optional.empty());
    }

    /** A whole number from {@code low} to {@code high}, both included. */
    static Domain whole(long low, long high) {
        return new Numbers(low, high, true, Optional.empty());
    }

    /** One of these words. */
    static Domain words(String... words) {
        return new Words(List.of(words), Optional.empty());
    }

    /** The same values of a parameter that means something only where there is such a trait. */
    Domain onlyWith(Trait trait);

    /**
     * The same values of a parameter that is seldom worth a search where there is no such trait.
     *
     * @param otherwise what the family does without the parameter
     */
    Domain worthWith(Trait trait, Object otherwise);

    /** Without what the parameter is no dimension of a search. */
    Optional<Need> need();

    /** Whether a family can take {@code value}. */
    boolean contains(Object value);

    /** What a family can take, in words. */
    String words();

    /** What of a parameter lies outside, under the field of a search-space file that says so; empty if nothing does. */
    Map<String, String> faults(Parameter parameter);

    /**
     * Numbers from {@code low} to {@code high}, both included.
     *
     * @param whole whether only whole numbers count
     */
    record Numbers(double low, double high, boolean whole, Optional<Need> need) implements Domain {
        @Override
        public Domain onlyWith(Trait trait) {
            return new Numbers(low, high, whole, Optional.of(new Need(trait, Optional.empty())));
        }

        @Override
        public Domain worthWith(Trait trait, Object otherwise) {
            return new Numbers(low, high, whole, Optional.of(new Need(trait, Optional.of(otherwise))));
        }

        @Override
        public boolean contains(Object value) {
            return value instanceof Number number
                    && number.doubleValue() >= low
                    && number.doubleValue() <= high
                    && (!whole || number.doubleValue() % 1 == 0);
        }

        @Override
        public String words() {
            return whole
                    ? "a whole number from %d to %d".formatted((long) low, (long) high)
                    : "a number from %s to %s".formatted(low, high);
        }

        @Override
        public Map<String, String> faults(Parameter parameter) {
            if (parameter instanceof Parameter.Real range && !whole) {
                return faults(range.low(), range.high());
            }
            if (parameter instanceof Parameter.Whole range) {
                return faults(range.low(), range.high());
            }
            return Map.of("type", "must be %s: it is %s".formatted(whole ? "integer" : "real or integer", words()));
        }

        private Map<String, String> faults(Number from, Number to) {
            Map<String, String> faults = new LinkedHashMap<>();
            if (!contains(from)) {
                faults.put("low", "must be %s, low is %s".formatted(words(), from));
            }
            if (!contains(to)) {
                faults.put("high", "must be %s, high is %s".formatted(words(), to));
            }
            return faults;
        }
    }

    /** Some words. */
    record Words(List<String> choices, Optional<Need> need) implements Domain {
        public Words {
            choices = List.copyOf(choices);
        }

        @Override
        public Domain onlyWith(Trait trait) {
            return new Words(choices, Optional.of(new Need(trait, Optional.empty())));
        }

        @Override
        public Domain worthWith(Trait trait, Object otherwise) {
            return new Words(choices, Optional.of(new Need(trait, Optional.of(otherwise))));
        }

        @Override
        public boolean contains(Object value) {
            return value instanceof String word && choices.contains(word);
        }

        @Override
        public String words() {
            return choices.size() == 1 ? choices.get(0) : "one of " + String.join(", ", choices);
        }

        @Override
        public Map<String, String> faults(Parameter parameter) {
            if (!(parameter instanceof Parameter.Choice choice)) {
                return Map.of("type", "must be categorical: it is " + words());
            }
            List<String> unknown =
                    choice.choices().stream().filter(word -> !contains(word)).toList();
            return unknown.isEmpty()
                    ? Map.of()
                    : Map.of("choices", "must be %s, got %s".formatted(words(), String.join(", ", unknown)));
        }
    }
}
