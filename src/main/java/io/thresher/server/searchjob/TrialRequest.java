package io.thresher.server.searchjob;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A trial that is asked for: as family and configuration, or as a text that has both.
 *
 * @param family name of a model family of the job's search space
 * @param configuration parameter to value; parameters that take part and are not named get their start value
 * @param yaml the same as a text in YAML or JSON: {@code family: xgboost}, and the parameters as further lines; faults in
 *     it are named with their lines
 */
public record TrialRequest(
        @Nullable String family,
        @Nullable Map<String, Object> configuration,
        @Nullable String yaml) {}
