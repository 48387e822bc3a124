/**
 * A search job: what was asked for, its states, the loop that drives it and the journal that remembers it.
 * Plain Java: {@link io.thresher.job.Journal} is a port with an in-memory and a database side.
 * What a trial may know is fixed by numbers in {@code TrialBook}. Start at {@link io.thresher.job.SearchLoop}.
 */
@NullMarked
package io.thresher.job;

import org.jspecify.annotations.NullMarked;
