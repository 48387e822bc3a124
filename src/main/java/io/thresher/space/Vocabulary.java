package io.thresher.space;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a search space may speak of: families, their parameters, and what each of these can be.
 *
 * @param families family to parameter to its values, parameters in alphabetical order
 */
public record Vocabulary(Map<String, Map<String, Domain>> families) {

    public Vocabulary {
        Map<String, Map<String, Domain>> copy = new LinkedHashMap<>();
        families.forEach(
                (family, parameters) -> copy.put(family, Collections.unmodifiableMap(new TreeMap<>(parameters))));
        families = Collections.unmodifiableMap(copy);
    }

    /** What a parameter of a family can be; nothing if there is no such parameter. */
    public Optional<Domain> domain(String family, String parameter) {
        return Optional.ofNullable(families.get(family)).flatMap(known -> Optional.ofNullable(known.get(parameter)));
    }
}
