package io.thresher.space;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * The parameters of one model family, in order; a condition speaks only of earlier ones.
 *
 * @param family name of the model family
 * @param line where it stands in its file, from 1
 */
public record FamilySpace(String family, List<Dimension> dimensions, int line) {

    /**
     * A parameter and when it takes part.
     *
     * @param line where it stands in its file, from 1
     */
    public record Dimension(Parameter parameter, Optional<Condition> condition, int line) {}

    public FamilySpace {
        dimensions = List.copyOf(dimensions);
    }

    /** The configuration of all start values. */
    public Configuration defaults() {
        return configuration(Parameter::defaultValue);
    }

    /** A configuration drawn at random. */
    public Configuration sample(SplittableRandom random) {
        return configuration(parameter -> parameter.sample(random));
    }

    /**
     * The configuration nearest to some values: numbers brought into their range, unknown choices and what is missing
     * replaced by the start value, names that are no parameter left out.
     */
    public Configuration nearest(Map<String, Object> values) {
        return configuration(parameter -> Optional.ofNullable(values.get(parameter.name()))
                .flatMap(parameter::nearest)
                .orElse(parameter.defaultValue()));
    }

    private Configuration configuration(Function<Parameter, Object> choose) {
        Map<String, Object> chosen = new LinkedHashMap<>();
        for (Dimension dimension : dimensions) {
            // Drawn even where it does not take part, so that what follows does not depend on it.
            Object value = choose.apply(dimension.parameter());
            if (dimension.condition().map(condition -> condition.holds(chosen)).orElse(true)) {
                chosen.put(dimension.parameter().name(), value);
            }
        }
        return new Configuration(family, chosen);
    }
}
