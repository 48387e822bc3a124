package io.thresher.space;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** One dimension of a family's search space. */
public sealed interface Parameter permits Parameter.Real, Parameter.Whole, Parameter.Choice {

    /** The name under which a configuration holds its value. */
    String name();

    /** The value a trial starts from before anything is known. */
    Object defaultValue();

    /** A value drawn at random: uniform, or uniform in the logarithm where {@code log} is set. */
    Object sample(SplittableRandom random);

    /** Whether {@code value} may stand in a configuration. */
    boolean contains(Object value);

    /** The value nearest to {@code value}, or nothing if no value is anything like it. */
    Optional<Object> nearest(Object value);

    /** What may stand in a configuration, in words. */
    String words();

    /** Whether every value of {@code other} is one of this parameter's, on the same scale. */
    boolean covers(Parameter other);

    /**
     * A real number in [low, high].
     *
     * @param log whether factors matter and not differences; low is then positive
     */
    record Real(String name, double low, double high, boolean log, double start) implements Parameter {
        @Override
        public Object defaultValue() {
            return start;
        }

        @Override
        public Object sample(SplittableRandom random) {
            double position = random.nextDouble();
            double value = log
                    ? Math.exp(Math.log(low) + position * (Math.log(high) - Math.log(low)))
                    : low + position * (high - low);
            return Math.min(high, Math.max(low, value));
        }

        @Override
        public boolean contains(Object value) {
            return value instanceof Number number && number.doubleValue() >= low && number.doubleValue() <= high;
        }

        @Override
        public Optional<Object> nearest(Object value) {
            return value instanceof Number number
                    ? Optional.of(Math.min(high, Math.max(low, number.doubleValue())))
                    : Optional.empty();
        }

        @Override
        public String words() {
            return "a number from %s to %s".formatted(low, high);
        }

        @Override
        public boolean covers(Parameter other) {
            return other instanceof Real narrower
                    && narrower.log == log
                    && low <= narrower.low
                    && narrower.high <= high;
        }
    }

    /**
     * A whole number in [low, high].
     *
     * @param log whether factors matter and not differences; low is then positive
     */
    record Whole(String name, long low, long high, boolean log, long start) implements Parameter {
        @Override
        public Object defaultValue() {
            return start;
        }

        @Override
        public Object sample(SplittableRandom random) {
            if (!log) {
                return random.nextLong(low, high + 1);
            }
            // Every whole number gets the share of the logarithmic scale that rounds to it.
            double from = Math.log(low - 0.5);
            double to = Math.log(high + 0.5);
            long value = Math.round(Math.exp(from + random.nextDouble() * (to - from)));
            return Math.min(high, Math.max(low, value));
        }

        @Override
        public boolean contains(Object value) {
            return value instanceof Long number && number >= low && number <= high;
        }

        @Override
        public Optional<Object> nearest(Object value) {
            return value instanceof Number number
                    ? Optional.of(Math.min(high, Math.max(low, Math.round(number.doubleValue()))))
                    : Optional.empty();
        }

        @Override
        public String words() {
            return "a whole number from %d to %d".formatted(low, high);
        }

        @Override
        public boolean covers(Parameter other) {
            return other instanceof Whole narrower
                    && narrower.log == log
                    && low <= narrower.low
                    && narrower.high <= high;
        }
    }

    /** One of at least one words. */
    record Choice(String name, List<String> choices, String start) implements Parameter {
        public Choice {
            choices = List.copyOf(choices);
        }

        @Override
        public Object defaultValue() {
            return start;
        }

        @Override
        public Object sample(SplittableRandom random) {
            return choices.get(random.nextInt(choices.size()));
        }

        @Override
        public boolean contains(Object value) {
            return value instanceof String word && choices.contains(word);
        }

        @Override
        public Optional<Object> nearest(Object value) {
            return contains(value) ? Optional.of(value) : Optional.empty();
        }

        @Override
        public String words() {
            return choices.size() == 1 ? choices.get(0) : "one of " + String.join(", ", choices);
        }

        @Override
        public boolean covers(Parameter other) {
            return other instanceof Choice narrower && choices.containsAll(narrower.choices);
        }
    }
}
