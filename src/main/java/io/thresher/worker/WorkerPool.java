package io.thresher.worker;

import io.thresher.trial.Measurement;
import io.thresher.trial.TrialOutcome;
import io.thresher.trial.TrialSpec;

/** Runs trials somewhere. */
public interface WorkerPool {

    /** Who is told what happens to a trial; called from any thread, in the order things happen to that trial. */
    interface Observer {

        /** A worker took the trial. */
        void started(TrialSpec trial, String worker);

        /**
         * A number came in.
         *
         * @return false to end the trial as pruned
         */
        boolean measured(TrialSpec trial, Measurement measurement);

        /** The trial ended; told exactly once, unless it was cancelled. */
        void ended(TrialSpec trial, TrialOutcome outcome);
    }

    /** How many trials can run at once. */
    int slots();

    /** Queues a trial. Returns at once. */
    void submit(TrialSpec trial, Observer observer);

    /** Ends a queued or running trial at once, without a word to its observer; no effect if it has ended. */
    void cancel(String job, int number);
}
