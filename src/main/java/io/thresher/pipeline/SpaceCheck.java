package io.thresher.pipeline;

import io.thresher.model.ModelCatalog;
import io.thresher.model.ModelFamily;
import io.thresher.space.FamilySpace;
import io.thresher.space.InvalidSearchSpace;
import io.thresher.space.InvalidSearchSpace.Fault;
import io.thresher.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Whether a search space speaks of families and parameters that exist. */
public final class SpaceCheck {
    private SpaceCheck() {}

    /**
     * Checks every family and parameter.
     *
     * @throws InvalidSearchSpace naming every family and parameter that is not known, and those that are
     */
    public static void check(SearchSpace space, ModelCatalog catalog) {
        List<Fault> faults = new ArrayList<>();
        for (FamilySpace family : space.families()) {
            String place = "families." + family.family();
            Optional<ModelFamily> known = catalog.family(family.family());
            if (known.isEmpty()) {
                faults.add(new Fault(
                        family.line(),
                        place,
                        "there is no such family; there are " + String.join(", ", catalog.names())));
                continue;
            }
            TreeSet<String> names = new TreeSet<>(known.get().parameters());
            names.addAll(PreparationRecipe.PARAMETERS);
            family.dimensions().stream()
                    .filter(dimension -> !names.contains(dimension.parameter().name()))
                    .forEach(dimension -> faults.add(new Fault(
                            dimension.line(),
                            place + "." + dimension.parameter().name(),
                            "there is no such parameter; there are " + String.join(", ", names))));
        }
        if (!faults.isEmpty()) {
            throw new InvalidSearchSpace(space.name(), faults);
        }
    }
}
