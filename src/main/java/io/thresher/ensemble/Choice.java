package io.thresher.ensemble;

import java.util.List;
import java.util.Optional;

/**
 * What is best delivered.
 *
 * @param members one where the best model alone is expected to do as well, heaviest first
 * @param optimism what the loss of the choice on the rows it was chosen by lies below its expected loss on others
 * @param stack the second layer over the members, if it is sure to help
 */
public record Choice(List<Member> members, double optimism, Optional<Stack> stack) {
    public Choice {
        members = List.copyOf(members);
    }

    /** A choice without a second layer. */
    public Choice(List<Member> members, double optimism) {
        this(members, optimism, Optional.empty());
    }
}
