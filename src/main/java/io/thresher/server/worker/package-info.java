/**
 * The service's end of the worker protocol, and the workers of this machine as a part of the service.
 * What a worker does with a trial stands in {@code io.thresher.worker.process}. Start at
 * {@link io.thresher.server.worker.Workers}.
 */
@NullMarked
package io.thresher.server.worker;

import org.jspecify.annotations.NullMarked;
