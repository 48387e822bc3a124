/**
 * Search spaces: parameters, conditions, configurations, and the YAML they are written in.
 * Knows no family and no sampler; which families there are and what they can take it is told, as a vocabulary.
 * Start at {@link io.thresher.space.SearchSpace}.
 */
@NullMarked
package io.thresher.space;

import org.jspecify.annotations.NullMarked;
