/**
 * The search engine: samplers that suggest the next configuration from a history of numbers, and the choice of a family.
 * Sees only configurations and numbers, never tables or models, so that it also runs on surrogate benchmarks.
 * Start at {@link io.thresher.search.Sampler}, then {@link io.thresher.search.Engine}.
 */
@NullMarked
package io.thresher.search;

import org.jspecify.annotations.NullMarked;
