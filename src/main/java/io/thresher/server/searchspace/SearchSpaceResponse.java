package io.thresher.server.searchspace;

import io.thresher.space.FamilySpace;
import java.util.List;

/**
 * A search space.
 *
 * @param description what it is for
 * @param families names of the families it searches
 * @param yaml its text, with comments
 */
public record SearchSpaceResponse(String name, String description, List<String> families, String yaml) {

    static SearchSpaceResponse of(SearchSpaces spaces, String name) {
        return new SearchSpaceResponse(
                name,
                spaces.description(name),
                spaces.read(name).families().stream().map(FamilySpace::family).toList(),
                spaces.text(name));
    }
}
