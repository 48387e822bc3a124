/**
 * Who runs trials where: the pool a search loop sees, the desk that leases trials to workers, and the process that works
 * them off. Knows nothing of jobs and databases. Start at {@link io.thresher.worker.WorkerPool} and
 * {@link io.thresher.worker.LeaseDesk}.
 */
@NullMarked
package io.thresher.worker;

import org.jspecify.annotations.NullMarked;
