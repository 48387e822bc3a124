package io.thresher.server.leaderboard;

import java.io.Serializable;

/** Names a trial: the id of its job and its number within it. */
record TrialId(String job, int number) implements Serializable {}
