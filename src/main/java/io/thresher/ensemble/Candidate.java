package io.thresher.ensemble;

import io.thresher.metric.Predictions;

/**
 * A model that may be delivered, alone or with others.
 *
 * @param number its name; of equals the lower one is preferred
 * @param outOfFold its prediction for every row, by models that did not train on that row
 * @param load what it weighs
 * @param available whether its file is there: one that is not competes for the best score, but is no member
 */
public record Candidate(int number, Predictions outOfFold, Load load, boolean available) {}
