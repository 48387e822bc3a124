/**
 * Factorisation machines: linear models with products of every two features, whose weights are products of few factors.
 * Start at {@link io.thresher.model.factor.FactorFamily}.
 */
@NullMarked
package io.thresher.model.factor;

import org.jspecify.annotations.NullMarked;
