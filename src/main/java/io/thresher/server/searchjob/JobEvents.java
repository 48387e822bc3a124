package io.thresher.server.searchjob;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Tells that something happened to a job, to whoever listens now. What happened is read from what is stored: nobody who
 * comes later has missed anything.
 */
@ApplicationScoped
public class JobEvents {
    private final BroadcastProcessor<Change> changes = BroadcastProcessor.create();

    /**
     * Something changed.
     *
     * @param trial number of the trial it happened to, or -1 if it happened to the job
     */
    record Change(String job, int trial) {
        boolean isOfTrial() {
            return trial >= 0;
        }
    }

    void jobChanged(String job) {
        publish(new Change(job, -1));
    }

    void trialChanged(String job, int trial) {
        publish(new Change(job, trial));
    }

    /** What happens to the job from now on. A listener that is too slow misses changes rather than holding up others. */
    Multi<Change> of(String job) {
        return changes.filter(change -> change.job().equals(job)).onOverflow().dropPreviousItems();
    }

    private synchronized void publish(Change change) {
        changes.onNext(change);
    }
}
