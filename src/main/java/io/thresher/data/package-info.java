/**
 * Tables as values: columns, types, schema, target, tasks, folds, and what may be wrong with a target.
 * No file is opened here and nothing knows of models or metrics: text is read in {@code csv}, storage is {@code files}.
 * Start at {@link io.thresher.data.Table} and {@link io.thresher.data.DatasetSchema}.
 */
@NullMarked
package io.thresher.data;

import org.jspecify.annotations.NullMarked;
