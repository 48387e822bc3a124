package io.thresher.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The model families there are. Listed by hand: a child JVM has no container that would find them. */
public final class ModelCatalog {
    private final Map<String, ModelFamily> families = new LinkedHashMap<>();

    public ModelCatalog(List<ModelFamily> families) {
        families.forEach(family -> this.families.put(family.name(), family));
    }

    /** The family of that name, or nothing. */
    public Optional<ModelFamily> family(String name) {
        return Optional.ofNullable(families.get(name));
    }

    /** All families, in the order they were listed. */
    public List<ModelFamily> families() {
        return List.copyOf(families.values());
    }

    /** All names, in the order they were listed. */
    public Set<String> names() {
        return Collections.unmodifiableSet(families.keySet());
    }
}
