/**
 * Ensembles of finished models, chosen by their out-of-fold predictions, a second layer over them, and what their scores
 * are worth after so much choosing. Knows no model and no file: {@link io.thresher.ensemble.EnsembleSearch} takes predictions and the truth.
 */
@NullMarked
package io.thresher.ensemble;

import org.jspecify.annotations.NullMarked;
