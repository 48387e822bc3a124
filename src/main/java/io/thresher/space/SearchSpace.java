package io.thresher.space;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a search may try.
 *
 * @param name how it is called, {@code inline} if it came with the job
 * @param families at least one, in the order in which their defaults are tried
 */
public record SearchSpace(String name, List<FamilySpace> families) {

    public SearchSpace {
        families = List.copyOf(families);
        if (families.isEmpty()) {
            throw new IllegalArgumentException("search space '%s' has no family".formatted(name));
        }
    }

    public Optional<FamilySpace> family(String family) {
        return families.stream().filter(space -> space.family().equals(family)).findFirst();
    }

    /** The space without the families that {@code keep} does not name; nothing if none is left. */
    public Optional<SearchSpace> only(List<String> keep) {
        List<FamilySpace> kept =
                families.stream().filter(space -> keep.contains(space.family())).toList();
        return kept.isEmpty() ? Optional.empty() : Optional.of(new SearchSpace(name, kept));
    }

    /** The space without the parameters that mean nothing where only {@code there} is. */
    public SearchSpace relevantTo(Set<Trait> there, Vocabulary vocabulary) {
        return new SearchSpace(
                name,
                families.stream()
                        .map(family -> family.relevantTo(there, vocabulary))
                        .toList());
    }

    /**
     * Checks that this space lies within a wider one.
     *
     * @throws InvalidSearchSpace naming everything that lies outside of the wider one
     */
    public void requireWithin(SearchSpace wider) {
        List<InvalidSearchSpace.Fault> faults = Narrowing.faults(wider, this);
        if (!faults.isEmpty()) {
            throw new InvalidSearchSpace(name, faults);
        }
    }
}
