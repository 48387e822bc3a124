package io.thresher.server.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A recipe to be kept.
 *
 * @param steps a list of steps, each an object with {@code kind} and what that kind needs; the steps of the newest recipe
 *     if {@code acceptSafe} is given alone
 * @param acceptSafe whether every proposed repair that can do no harm is added
 * @param target column to predict, for which repairs are proposed; needed with {@code acceptSafe}
 */
public record RecipeRequest(
        @Nullable JsonNode steps,
        @Nullable Boolean acceptSafe,
        @Nullable String target) {}
