/**
 * Workers as long-lived child JVMs on this machine: started, watched, killed and replaced.
 * What runs inside them stands in {@code worker.process}. Start at {@link io.thresher.worker.local.LocalWorkers}.
 */
@NullMarked
package io.thresher.worker.local;

import org.jspecify.annotations.NullMarked;
