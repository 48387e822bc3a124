/**
 * What runs inside a worker's process: ask for a trial, run it, export its model, hand in what came of it.
 * Which process that is and who watches it stands in {@code worker.local}. Start at
 * {@link io.thresher.worker.process.WorkerMain}.
 */
@NullMarked
package io.thresher.worker.process;

import org.jspecify.annotations.NullMarked;
