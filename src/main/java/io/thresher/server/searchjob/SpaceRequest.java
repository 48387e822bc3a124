package io.thresher.server.searchjob;

import org.jspecify.annotations.Nullable;

/**
 * What to search in from now on.
 *
 * @param searchSpace name of a search space, or its text in YAML; within the space so far
 */
public record SpaceRequest(@Nullable String searchSpace) {}
