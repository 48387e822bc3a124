/**
 * Families learned with Tribuo, the only place that may talk to {@code org.tribuo}: linear models and random forests.
 * What they learn is taken out of Tribuo's objects as plain numbers, to be evaluated and drawn.
 * Start at {@link io.thresher.model.tribuo.LinearFamily} and {@link io.thresher.model.tribuo.ForestFamily}.
 */
@NullMarked
package io.thresher.model.tribuo;

import org.jspecify.annotations.NullMarked;
