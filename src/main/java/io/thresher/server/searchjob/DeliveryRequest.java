package io.thresher.server.searchjob;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be delivered instead of what the search chose. */
public record DeliveryRequest(
        @Schema(
                description =
                        "number of a trial that succeeded, keeps to the limits of the job and has its model " + "still",
                required = true)
        @Nullable
        Integer trial) {}
