/**
 * Registered models: versions under a name, where their files are, and their export.
 * Predicting with them is {@code serving}. Start at {@link io.thresher.server.model.Models}.
 */
@NullMarked
package io.thresher.server.model;

import org.jspecify.annotations.NullMarked;
