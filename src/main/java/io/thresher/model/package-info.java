/**
 * Model families: what can be trained, and what a trained model can do.
 * {@link io.thresher.model.ModelFamily} is the one plug point; {@link io.thresher.model.ModelCatalog} lists the families.
 * Preparing columns is the pipeline's work, writing files is that of {@code onnx}.
 */
@NullMarked
package io.thresher.model;

import org.jspecify.annotations.NullMarked;
