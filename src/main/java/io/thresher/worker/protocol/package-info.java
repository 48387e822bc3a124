/**
 * The words a worker and the service exchange over HTTP, and the client a worker speaks them with.
 * The other end of the line is in the service. Start at {@link io.thresher.worker.protocol.WorkerClient}.
 */
@NullMarked
package io.thresher.worker.protocol;

import org.jspecify.annotations.NullMarked;
