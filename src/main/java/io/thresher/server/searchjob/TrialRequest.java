package io.thresher.server.searchjob;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A trial that is asked for.
 *
 * @param family name of a model family of the job's search space
 * @param configuration parameter to value; parameters that take part and are not named get their start value
 */
public record TrialRequest(
        @Nullable String family, @Nullable Map<String, Object> configuration) {}
