/**
 * The trials of search jobs: their rows, their measurements, and the leaderboard made of them.
 * Knows of a job only its id; what a job is, is in {@code searchjob}.
 * Start at {@link io.thresher.server.leaderboard.Trials}.
 */
@NullMarked
package io.thresher.server.leaderboard;

import org.jspecify.annotations.NullMarked;
