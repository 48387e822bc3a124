package io.thresher.server.searchjob;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A trial that is asked for: as family and configuration, or as a text that has both. */
public record TrialRequest(
        @Schema(description = "name of a model family of the job's search space") @Nullable
        String family,

        @Schema(description = "parameter to value; parameters that take part and are not named get their start value")
        @Nullable
        Map<String, Object> configuration,

        @Schema(
                description = "the same as a text in YAML or JSON: family: xgboost, and the parameters as further "
                        + "lines; faults in it are named with their lines")
        @Nullable
        String yaml) {}
