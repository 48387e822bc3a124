package io.thresher.server.recipe;

import java.io.Serializable;

/** Names a recipe: the id of its dataset and its number there. */
record RecipeId(String dataset, int number) implements Serializable {}
