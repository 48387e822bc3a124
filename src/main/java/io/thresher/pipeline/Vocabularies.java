package io.thresher.pipeline;

import io.thresher.model.ModelCatalog;
import io.thresher.model.ModelFamily;
import io.thresher.space.Domain;
import io.thresher.space.Vocabulary;
import java.util.LinkedHashMap;
import java.util.Map;

/** What search spaces may speak of: the parameters of families, and of the preparation before them. */
public final class Vocabularies {
    private Vocabularies() {}

    /** Of all families of a catalogue. */
    public static Vocabulary of(ModelCatalog catalog) {
        Map<String, Map<String, Domain>> families = new LinkedHashMap<>();
        for (ModelFamily family : catalog.families()) {
            Map<String, Domain> parameters = new LinkedHashMap<>(PreparationParameters.of(family.demand()));
            parameters.putAll(family.parameters());
            families.put(family.name(), parameters);
        }
        return new Vocabulary(families);
    }
}
