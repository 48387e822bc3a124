package io.thresher.server.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A recipe to be kept.
 *
 * @param steps a list of steps, each an object with {@code kind} and what that kind needs
 */
public record RecipeRequest(@Nullable JsonNode steps) {}
