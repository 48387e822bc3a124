/**
 * Files of every accepted format as rows of values: what they are packed in, what they are, and one reader a format.
 * Delimited text is read in {@code csv}; what the values mean is found, and stored, in {@code files}.
 * Start at {@link io.thresher.data.format.RowSource} and {@link io.thresher.data.format.UnpackedFile}.
 */
@NullMarked
package io.thresher.data.format;

import org.jspecify.annotations.NullMarked;
