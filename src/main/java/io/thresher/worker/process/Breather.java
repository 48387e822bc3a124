package io.thresher.worker.process;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Gives the memory that trials needed back to the system once none has come for a moment: to take it anew for every
 * trial costs nearly a third of the time of those with large models. Left to itself the process keeps the memory of its
 * largest trial for ever; on a machine with many workers that is memory others cannot have.
 */
final class Breather {
    /** What the heap may have grown while trials follow each other; more is given back between them. */
    private static final long SLACK_BYTES = 256L << 20;

    private final Duration pause;
    private final Runnable giveBack;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "breather");
        thread.setDaemon(true);
        return thread;
    });
    private Optional<ScheduledFuture<?>> waiting = Optional.empty();
    private long atRest = Runtime.getRuntime().totalMemory();

    Breather() {
        this(Duration.ofMillis(500), () -> {
            System.gc();
            NativeHeap.giveBack();
        });
    }

    /**
     * @param pause without a trial, after which memory is given back
     */
    Breather(Duration pause, Runnable giveBack) {
        this.pause = pause;
        this.giveBack = giveBack;
    }

    /**
     * Called before a trial.
     *
     * @param measured whether it matters what memory the trial itself takes: then nothing of earlier ones is held
     */
    synchronized void begin(boolean measured) {
        waiting.ifPresent(planned -> planned.cancel(false));
        waiting = Optional.empty();
        if (measured) {
            rest();
        }
    }

    /** Called after a trial. */
    synchronized void end() {
        if (Runtime.getRuntime().totalMemory() > atRest + SLACK_BYTES) {
            rest();
        } else {
            waiting = Optional.of(timer.schedule(this::rest, pause.toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    private synchronized void rest() {
        giveBack.run();
        atRest = Runtime.getRuntime().totalMemory();
    }
}
