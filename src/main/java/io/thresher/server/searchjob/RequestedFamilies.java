package io.thresher.server.searchjob;

import io.thresher.data.SimilarNames;
import io.thresher.server.Fault;
import io.thresher.space.FamilySpace;
import io.thresher.space.SearchSpace;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads which families of a search space a job may try. */
final class RequestedFamilies {
    private static final String ROOT = "/families";

    private final List<Fault> faults;

    /**
     * @param faults where what is wrong is added
     */
    RequestedFamilies(List<Fault> faults) {
        this.faults = faults;
    }

    /** The names that are asked for; nothing for all of the space's. */
    static Optional<List<String>> named(@Nullable List<@Nullable String> names) {
        return Optional.ofNullable(names)
                .map(asked -> asked.stream().map(String::valueOf).distinct().toList());
    }

    /**
     * The space with only the families that are named.
     *
     * @param names all of the space's if there are none
     * @return nothing with what is wrong added to the faults
     */
    Optional<SearchSpace> read(@Nullable List<@Nullable String> names, SearchSpace space) {
        if (names == null) {
            return Optional.of(space);
        }
        List<String> known = space.families().stream().map(FamilySpace::family).toList();
        if (names.isEmpty()) {
            faults.add(Fault.at(
                    ROOT,
                    "must name at least one family of search space '%s': %s"
                            .formatted(space.name(), String.join(", ", known))));
            return Optional.empty();
        }
        int before = faults.size();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name == null || !known.contains(name)) {
                faults.add(Fault.at(ROOT + "/" + i, unknown(String.valueOf(name), known, space)));
            }
        }
        return faults.size() > before
                ? Optional.empty()
                : space.only(names.stream().map(String::valueOf).toList());
    }

    private static String unknown(String name, List<String> known, SearchSpace space) {
        List<String> similar = SimilarNames.of(name, known);
        return "search space '%s' has no family '%s'%s; it has %s"
                .formatted(
                        space.name(),
                        name,
                        similar.isEmpty() ? "" : ", did you mean '%s'?".formatted(String.join("', '", similar)),
                        String.join(", ", known));
    }
}
