package io.thresher.space;

import java.util.Optional;
import java.util.Set;

/**
 * What must be there for a parameter to be a dimension of a search.
 *
 * @param trait what must be there
 * @param otherwise what a family does without the parameter, where it means something without the trait as well but is
 *     seldom worth a search: a space that starts there leaves it at that, one that starts elsewhere means it
 */
public record Need(Trait trait, Optional<Object> otherwise) {

    /** Whether the parameter is one where only {@code there} is. */
    boolean keeps(Parameter parameter, Set<Trait> there) {
        boolean meant =
                otherwise.map(value -> !value.equals(parameter.defaultValue())).orElse(false);
        return meant || there.contains(trait);
    }
}
