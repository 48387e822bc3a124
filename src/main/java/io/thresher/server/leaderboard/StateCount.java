package io.thresher.server.leaderboard;

import io.thresher.trial.TrialState;

/** How many trials of a job are in a state. */
record StateCount(String job, TrialState state, long trials) {}
