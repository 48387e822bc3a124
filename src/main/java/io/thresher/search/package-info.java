/**
 * The search engine: samplers that suggest the next configuration from a history of numbers.
 * Sees only configurations and numbers, never tables or models, so that it also runs on surrogate benchmarks.
 * Start at {@link io.thresher.search.Sampler}.
 */
@NullMarked
package io.thresher.search;

import org.jspecify.annotations.NullMarked;
