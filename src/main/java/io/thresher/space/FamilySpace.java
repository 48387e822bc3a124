package io.thresher.space;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;

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
    public record Dimension(Parameter parameter, Optional<Condition> condition, int line) {

        /** Whether the parameter has a value beside those chosen for earlier ones. */
        boolean takesPart(Map<String, Object> chosen) {
            return condition.map(known -> known.holds(chosen)).orElse(true);
        }
    }

    public FamilySpace {
        dimensions = List.copyOf(dimensions);
    }

    /**
     * The space without what means nothing, or is not worth a search, where only {@code there} is. A parameter that another
     * one's condition speaks of stays as long as that one does.
     */
    FamilySpace relevantTo(Set<Trait> there, Vocabulary vocabulary) {
        Deque<Dimension> kept = new ArrayDeque<>();
        Set<String> spokenOf = new HashSet<>();
        for (int i = dimensions.size() - 1; i >= 0; i--) {
            Dimension dimension = dimensions.get(i);
            String name = dimension.parameter().name();
            Optional<Need> need = vocabulary.domain(family, name).flatMap(Domain::need);
            boolean matters =
                    need.map(known -> known.keeps(dimension.parameter(), there)).orElse(true);
            if (spokenOf.contains(name) || matters) {
                kept.addFirst(dimension);
                dimension.condition().map(Condition::parameter).ifPresent(spokenOf::add);
            }
        }
        return new FamilySpace(family, List.copyOf(kept), line);
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

    /**
     * The configuration of these values, and of start values for parameters that take part and are not given. What does
     * not belong there stays, for {@link #faults} to name.
     */
    public Configuration completed(Map<String, Object> given) {
        Map<String, Object> chosen = new LinkedHashMap<>();
        for (Dimension dimension : dimensions) {
            Parameter parameter = dimension.parameter();
            Object value = given.get(parameter.name());
            if (value != null) {
                chosen.put(parameter.name(), parameter instanceof Parameter.Real ? real(value) : value);
            } else if (dimension.takesPart(chosen)) {
                chosen.put(parameter.name(), parameter.defaultValue());
            }
        }
        given.forEach(chosen::putIfAbsent);
        return new Configuration(family, chosen);
    }

    /** Everything in a configuration of this family that this space does not allow. */
    public List<ConfigurationFault> faults(Configuration configuration) {
        List<ConfigurationFault> faults = new ArrayList<>();
        Map<String, Object> unknown = new LinkedHashMap<>(configuration.values());
        for (Dimension dimension : dimensions) {
            Parameter parameter = dimension.parameter();
            Optional<Object> value = Optional.ofNullable(unknown.remove(parameter.name()));
            boolean takesPart = dimension.takesPart(configuration.values());
            if (takesPart && value.filter(parameter::contains).isEmpty()) {
                faults.add(new ConfigurationFault(
                        parameter.name(),
                        "must be %s, got %s"
                                .formatted(
                                        parameter.words(),
                                        value.map(String::valueOf).orElse("nothing"))));
            } else if (!takesPart && value.isPresent()) {
                Condition condition = dimension.condition().orElseThrow();
                faults.add(new ConfigurationFault(
                        parameter.name(),
                        "takes part only where %s is %s"
                                .formatted(
                                        condition.parameter(),
                                        condition.values().stream()
                                                .map(String::valueOf)
                                                .collect(Collectors.joining(" or ")))));
            }
        }
        unknown.keySet().forEach(name -> faults.add(new ConfigurationFault(name, isUnknown())));
        return faults;
    }

    private String isUnknown() {
        String known = dimensions.stream()
                .map(dimension -> dimension.parameter().name())
                .collect(Collectors.joining(", "));
        return "is no parameter of %s here; %s"
                .formatted(family, known.isEmpty() ? "it has none" : "its parameters are " + known);
    }

    private static Object real(Object value) {
        return value instanceof Number number ? (Object) number.doubleValue() : value;
    }

    private Configuration configuration(Function<Parameter, Object> choose) {
        Map<String, Object> chosen = new LinkedHashMap<>();
        for (Dimension dimension : dimensions) {
            // Drawn even where it does not take part, so that what follows does not depend on it.
            Object value = choose.apply(dimension.parameter());
            if (dimension.takesPart(chosen)) {
                chosen.put(dimension.parameter().name(), value);
            }
        }
        return new Configuration(family, chosen);
    }
}
