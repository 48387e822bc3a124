/**
 * Predictions with registered models, from CSV or JSON, always through the exported file.
 * Registering and exporting models is {@code model}. Start at {@link io.thresher.server.serving.Predictors}.
 */
@NullMarked
package io.thresher.server.serving;

import org.jspecify.annotations.NullMarked;
