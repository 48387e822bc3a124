/**
 * The recipes a user makes for a dataset: numbered lists of repairs, of which a search job names one. What a step does to a
 * table stands in {@code io.thresher.data.repair}. Start at {@link io.thresher.server.recipe.Recipes}.
 */
@NullMarked
package io.thresher.server.recipe;

import org.jspecify.annotations.NullMarked;
