/**
 * Search spaces: parameters, conditions, configurations, and the YAML they are written in.
 * Knows no family and no sampler; whether a family exists is checked by the catalogue of families.
 * Start at {@link io.thresher.space.SearchSpace}.
 */
@NullMarked
package io.thresher.space;

import org.jspecify.annotations.NullMarked;
