package io.thresher.server.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A recipe to be kept. */
public record RecipeRequest(
        @Schema(
                description =
                        "a list of steps, each an object with kind and what that kind needs; the steps of the newest"
                                + " recipe if acceptSafe is given alone",
                implementation = Object[].class)
        @Nullable
        JsonNode steps,

        @Schema(description = "whether every proposed repair that can do no harm is added") @Nullable
        Boolean acceptSafe,

        @Schema(description = "column to predict, for which repairs are proposed; needed with acceptSafe") @Nullable
        String target) {}
