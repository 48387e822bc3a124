package io.thresher.server.searchjob;

import io.thresher.server.searchjob.SearchJobRequest.BudgetRequest;
import org.jspecify.annotations.Nullable;

/**
 * More to use up.
 *
 * @param budget takes the place of the budget so far: the whole of it, not what is added. No limit is below what it was
 */
public record ExtensionRequest(@Nullable BudgetRequest budget) {}
