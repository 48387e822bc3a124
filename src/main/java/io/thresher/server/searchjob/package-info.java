/**
 * Search jobs: what was asked for, how far it is, and the journal that keeps it.
 * Not the search itself (that is {@code io.thresher.job}) and not the trials (those are in {@code leaderboard}).
 * Start at {@link io.thresher.server.searchjob.StoredJournal} and {@link io.thresher.server.searchjob.SearchJobResource}.
 */
@NullMarked
package io.thresher.server.searchjob;

import org.jspecify.annotations.NullMarked;
