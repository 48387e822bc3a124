/**
 * Where randomness comes from: one {@link io.thresher.seed.Seed} a job, split by name.
 * Nothing here draws from a clock or a shared generator; every package may use it.
 */
@NullMarked
package io.thresher.seed;

import org.jspecify.annotations.NullMarked;
