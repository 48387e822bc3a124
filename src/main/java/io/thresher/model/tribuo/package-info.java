/**
 * Linear models learned with Tribuo, the only place that may talk to {@code org.tribuo}. What they learn is taken out of
 * Tribuo's objects as plain numbers, to be evaluated and drawn. Start at
 * {@link io.thresher.model.tribuo.LinearFamily}.
 */
@NullMarked
package io.thresher.model.tribuo;

import org.jspecify.annotations.NullMarked;
