/**
 * Delimited text: its encoding, its dialect, its records, and tables that are posted to be predicted.
 * Nothing is stored here; {@link io.thresher.data.files} does that.
 * Start at {@link io.thresher.data.csv.DelimitedText} and {@link io.thresher.data.csv.PredictionInput}.
 */
@NullMarked
package io.thresher.data.csv;

import org.jspecify.annotations.NullMarked;
