package io.thresher.search;

import io.thresher.space.Configuration;
import java.util.OptionalDouble;

/**
 * What is known of a finished trial.
 *
 * @param number number of the trial, from 0
 * @param loss what it reached, lower is better; absent if it failed
 */
public record Observation(int number, Configuration configuration, OptionalDouble loss) {}
