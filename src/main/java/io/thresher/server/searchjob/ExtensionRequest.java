package io.thresher.server.searchjob;

import io.thresher.server.searchjob.SearchJobRequest.BudgetRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** More to use up. */
public record ExtensionRequest(
        @Schema(
                description = "takes the place of the budget so far: the whole of it, not what is added. No limit "
                        + "is below what it was",
                required = true)
        @Nullable
        BudgetRequest budget) {}
