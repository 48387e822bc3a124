package io.thresher.server.searchjob;

import io.thresher.model.Constraints;
import io.thresher.model.ModelFamily;
import io.thresher.server.Fault;
import io.thresher.server.searchspace.SearchSpaces;
import io.thresher.space.InvalidSearchSpace;
import io.thresher.space.SearchSpace;
import io.thresher.worker.process.Families;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the search space of a request. */
final class RequestedSpace {
    private final SearchSpaces spaces;
    private final List<Fault> faults;

    /**
     * @param faults where what is wrong is added
     */
    RequestedSpace(SearchSpaces spaces, List<Fault> faults) {
        this.spaces = spaces;
        this.faults = faults;
    }

    /** The name or text of the space that is meant: the default where none is asked for. */
    static String reference(@Nullable String asked) {
        return asked == null || asked.isBlank() ? SearchSpaces.DEFAULT : asked;
    }

    /** The space of that name, or in that text; nothing if something is wrong with it. */
    Optional<SearchSpace> read(String reference) {
        return faultless(() -> spaces.read(reference));
    }

    /** A space that lies within a wider one; nothing if it does not. */
    Optional<SearchSpace> within(SearchSpace narrowed, SearchSpace wider) {
        return faultless(() -> {
            narrowed.requireWithin(wider);
            return narrowed;
        });
    }

    /** The families of a space that keep to the constraints; nothing if none does. */
    Optional<SearchSpace> honouring(SearchSpace space, Constraints constraints) {
        List<String> able = Families.all().families().stream()
                .filter(family -> family.honours(constraints))
                .map(ModelFamily::name)
                .toList();
        Optional<SearchSpace> kept = space.only(able);
        if (kept.isEmpty()) {
            faults.add(Fault.at(
                    "/constraints",
                    "no family that may be tried of search space '%s' can keep to them; these can: %s"
                            .formatted(space.name(), String.join(", ", able))));
        }
        return kept;
    }

    private Optional<SearchSpace> faultless(Supplier<SearchSpace> space) {
        try {
            return Optional.of(space.get());
        } catch (InvalidSearchSpace e) {
            e.faults().forEach(fault -> faults.add(Fault.at("/searchSpace", fault.toString())));
        } catch (IllegalArgumentException e) {
            faults.add(Fault.at("/searchSpace", String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }
}
