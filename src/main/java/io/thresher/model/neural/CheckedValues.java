package io.thresher.model.neural;

import io.thresher.model.TrainingFailure;
import io.thresher.space.Configuration;
import io.thresher.space.Domain;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The values of a configuration, each checked against what the family can take. */
final class CheckedValues {
    private final Configuration configuration;
    private final Map<String, Domain> domains;

    CheckedValues(Configuration configuration, Map<String, Domain> domains) {
        this.configuration = configuration;
        this.domains = domains;
    }

    /** A whole number. */
    int whole(String name, int otherwise) {
        return checked(name, configuration.integer(name, otherwise));
    }

    /** A real number. */
    double real(String name, double otherwise) {
        return checked(name, configuration.real(name, otherwise));
    }

    /** A word. */
    String word(String name, String otherwise) {
        return checked(name, configuration.choice(name, otherwise));
    }

    /** The constant of an enum with that word. */
    <E extends Enum<E>> E constant(String name, E otherwise, Function<E, String> wordOf) {
        String word = word(name, wordOf.apply(otherwise));
        for (E constant : otherwise.getDeclaringClass().getEnumConstants()) {
            if (wordOf.apply(constant).equals(word)) {
                return constant;
            }
        }
        throw new IllegalStateException("parameter '%s': no constant has the word '%s'".formatted(name, word));
    }

    private <V> V checked(String name, V value) {
        Domain domain = Objects.requireNonNull(domains.get(name), name);
        if (!domain.contains(value)) {
            throw new TrainingFailure(
                    TrainingFailure.Cause.INFEASIBLE,
                    "family 'neural', parameter '%s': must be %s, got %s".formatted(name, domain.words(), value));
        }
        return value;
    }
}
