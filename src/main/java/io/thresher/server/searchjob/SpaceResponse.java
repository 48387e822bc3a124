package io.thresher.server.searchjob;

import io.thresher.space.SearchSpace;
import io.thresher.space.SearchSpaceText;

/**
 * What a job searches in now.
 *
 * @param searchSpace name of the space, {@code inline} if it came with the job
 * @param text its families and parameters in YAML: those that the job's data and constraints leave. It can be narrowed and
 *     sent back
 */
public record SpaceResponse(String searchSpace, String text) {

    static SpaceResponse of(SearchSpace space) {
        return new SpaceResponse(space.name(), SearchSpaceText.of(space));
    }
}
