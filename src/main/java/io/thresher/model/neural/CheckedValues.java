package io.thresher.model.neural;

import io.thresher.model.TrainingFailure;
import io.thresher.space.Configuration;
import java.util.List;
import java.util.function.Function;

/** The values of a configuration, each checked against what the family can work with. */
final class CheckedValues {
    private final Configuration configuration;

    CheckedValues(Configuration configuration) {
        this.configuration = configuration;
    }

    /** A whole number from {@code low} to {@code high}, both included. */
    int whole(String name, int otherwise, int low, int high) {
        int value = configuration.integer(name, otherwise);
        if (value < low || value > high) {
            throw refused(name, "a whole number from %d to %d".formatted(low, high), value);
        }
        return value;
    }

    /** A number from {@code low} to {@code high}, both included. */
    double real(String name, double otherwise, double low, double high) {
        double value = configuration.real(name, otherwise);
        if (!(value >= low && value <= high)) {
            throw refused(name, "a number from %s to %s".formatted(low, high), value);
        }
        return value;
    }

    /** One of the {@code words}. */
    String word(String name, String otherwise, List<String> words) {
        String value = configuration.choice(name, otherwise);
        if (!words.contains(value)) {
            throw refused(name, "one of " + String.join(", ", words), value);
        }
        return value;
    }

    /** The constant of an enum with that word. */
    <E extends Enum<E>> E constant(String name, E otherwise, Function<E, String> wordOf) {
        List<E> constants = List.of(otherwise.getDeclaringClass().getEnumConstants());
        List<String> words = constants.stream().map(wordOf).toList();
        return constants.get(words.indexOf(word(name, wordOf.apply(otherwise), words)));
    }

    private static TrainingFailure refused(String name, String accepted, Object value) {
        return new TrainingFailure(
                TrainingFailure.Cause.INFEASIBLE,
                "family 'neural', parameter '%s': must be %s, got %s".formatted(name, accepted, value));
    }
}
