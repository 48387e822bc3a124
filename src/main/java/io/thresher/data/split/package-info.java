/**
 * Which rows a trial trains on and which judge it. What is asked for is a {@link io.thresher.data.split.Validation}; rows
 * never kept from anything are no business of this package. Start at {@link io.thresher.data.split.Splitter}.
 */
@NullMarked
package io.thresher.data.split;

import org.jspecify.annotations.NullMarked;
