package io.thresher.ensemble;

import java.util.List;

/**
 * What is best delivered.
 *
 * @param members one where the best model alone is expected to do as well, heaviest first
 * @param optimism what the loss of the choice on the rows it was chosen by lies below its expected loss on others
 */
public record Choice(List<Member> members, double optimism) {
    public Choice {
        members = List.copyOf(members);
    }
}
