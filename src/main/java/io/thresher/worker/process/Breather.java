package io.thresher.worker.process;

/**
 * Gives the heap that a trial needed back to the system before the next one comes. Left to itself the collector keeps the
 * heap of the largest trial for ever; on a machine with many workers that is memory others cannot have.
 */
final class Breather {
    /** What the heap may have grown since it was last given back; less is not worth a collection. */
    private static final long SLACK_BYTES = 32L << 20;

    private final Runtime runtime = Runtime.getRuntime();
    private long atRest;

    /** Called when nothing runs. */
    void rest() {
        if (runtime.totalMemory() > atRest + SLACK_BYTES) {
            System.gc();
            atRest = runtime.totalMemory();
        }
    }
}
