package io.thresher.server.searchjob;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to search in from now on. */
public record SpaceRequest(
        @Schema(description = "name of a search space, or its text in YAML; within the space so far", required = true)
        @Nullable
        String searchSpace) {}
