/**
 * New datasets from others by SQL that a stranger may have written. What a dataset on disk is stands in {@code data.files}.
 * Start at {@link io.thresher.data.stitch.Stitching}.
 */
@NullMarked
package io.thresher.data.stitch;

import org.jspecify.annotations.NullMarked;
