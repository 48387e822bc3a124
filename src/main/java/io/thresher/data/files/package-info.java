/**
 * Datasets on disk: an upload becomes {@code table.parquet} and {@code schema.json}, and these become tables again.
 * The only place that may talk to DuckDB.
 * Start at {@link io.thresher.data.files.DatasetFiles} and {@link io.thresher.data.files.TableReader}.
 */
@NullMarked
package io.thresher.data.files;

import org.jspecify.annotations.NullMarked;
