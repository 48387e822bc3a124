package io.thresher.job;

import io.thresher.search.Observation;
import io.thresher.space.Configuration;
import java.util.List;

/**
 * What counts as known when a trial is decided on.
 *
 * @param history outcomes that count, in order of their trials' numbers
 * @param pending configurations of the earlier trials whose outcomes do not count, in order of their numbers
 */
record Outlook(List<Observation> history, List<Configuration> pending) {}
