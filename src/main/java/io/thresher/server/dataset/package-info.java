/**
 * Uploaded tables: taken in, kept under the name of their content, shown.
 * How a file becomes a table is in {@code io.thresher.data}; nothing is learned here.
 * Start at {@link io.thresher.server.dataset.Datasets}.
 */
@NullMarked
package io.thresher.server.dataset;

import org.jspecify.annotations.NullMarked;
