/**
 * The search spaces that come with Thresher, and reading those that come with a job.
 * The language itself stands in {@code io.thresher.space}. Start at {@link io.thresher.server.searchspace.SearchSpaces}.
 */
@NullMarked
package io.thresher.server.searchspace;

import org.jspecify.annotations.NullMarked;
