package io.thresher.server.leaderboard;

import io.thresher.job.PlannedTrial;
import io.thresher.job.TrialRecord;
import io.thresher.space.Configuration;
import io.thresher.trial.Cost;
import io.thresher.trial.Measurement;
import io.thresher.trial.TradeOff;
import io.thresher.trial.TrialOutcome;
import io.thresher.trial.TrialState;
import jakarta.data.Limit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What happens to trials. Every call is one transaction, or part of the caller's. */
@ApplicationScoped
@Transactional
public class Trials {
    private static final List<TrialState> OPEN = List.of(TrialState.QUEUED, TrialState.RUNNING);

    private final TrialRepository trials;
    private final Clock clock;

    Trials(TrialRepository trials, Clock clock) {
        this.trials = trials;
        this.clock = clock;
    }

    /** A trial is decided on. */
    public void queued(String job, PlannedTrial trial) {
        trials.add(TrialEntity.queued(job, trial, clock.instant()));
    }

    /** A worker took the trial; what an earlier worker measured counts no more. No effect if it has ended. */
    public void running(String job, int number, String worker) {
        if (trials.start(job, number, worker, clock.instant(), TrialState.RUNNING, OPEN) > 0) {
            trials.forgetMeasurements(job, number);
        }
    }

    /** A number came in from a running trial. */
    public void measured(String job, int number, Measurement measurement) {
        trials.add(MeasurementEntity.of(job, number, measurement));
    }

    /**
     * The trial ended. A trial that has ended already keeps its first outcome.
     *
     * @param loss the score turned so that lower is better; of no matter unless it succeeded
     * @param missed costs of its model that are over the limits of the job
     * @return whether this was the first outcome
     */
    public boolean ended(String job, int number, TrialOutcome outcome, double loss, List<Cost> missed) {
        // The update takes the row's lock, so that of two outcomes at once one sees the other.
        if (trials.claimEnd(job, number, outcome.state(), OPEN) == 0) {
            return false;
        }
        TrialEntity trial = trials.find(job, number).orElseThrow();
        trial.end(outcome, loss, clock.instant());
        trial.miss(missed);
        trial.paretoOptimal = trial.tradeOff().map(own -> joinsFront(job, own)).orElse(false);
        trials.update(trial);
        return true;
    }

    /** Whether a trial is on the front from now on; those that it covers leave it. */
    private boolean joinsFront(String job, TradeOff own) {
        List<TradeOff> front = trials.tradeOffs(job);
        if (front.stream().anyMatch(known -> known.covers(own))) {
            return false;
        }
        List<Integer> covered =
                front.stream().filter(own::covers).map(TradeOff::number).toList();
        if (!covered.isEmpty()) {
            trials.leaveFront(job, covered);
        }
        return true;
    }

    /** Trials whose workers went down with the service wait for a worker again. */
    public void requeueRunning(String job) {
        trials.requeue(job, TrialState.RUNNING, TrialState.QUEUED);
    }

    /** Trials that were cancelled because their job ended wait for a worker again. */
    public void requeueCancelledWithJob(String job) {
        trials.requeueCancelledWithJob(job, TrialState.CANCELLED, TrialState.QUEUED);
    }

    /** Configurations of the trials that succeeded, the best first, so many at the most. */
    public List<Configuration> best(String job, int most) {
        return trials.best(job, Limit.of(most)).stream()
                .map(trial -> trial.configuration)
                .toList();
    }

    /** One trial, if the job has it. */
    public Optional<TrialRecord> find(String job, int number) {
        return trials.find(job, number).map(TrialEntity::toRecord);
    }

    /** All trials of the job, by number. */
    public List<TrialRecord> all(String job) {
        return trials.all(job).stream().map(TrialEntity::toRecord).toList();
    }
}
