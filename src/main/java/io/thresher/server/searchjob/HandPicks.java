package io.thresher.server.searchjob;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.thresher.job.SearchJob;
import io.thresher.job.TrialRecord;
import io.thresher.server.DataFolder;
import io.thresher.server.Fault;
import io.thresher.server.Json;
import io.thresher.server.ProblemException;
import io.thresher.server.leaderboard.Leaderboard;
import io.thresher.server.leaderboard.LeaderboardRow;
import io.thresher.server.leaderboard.Trials;
import io.thresher.server.searchjob.HoldoutScorer.HoldoutScore;
import io.thresher.server.searchjob.ModelRegistration.Found;
import io.thresher.trial.TrialOutcome.Succeeded;
import io.thresher.trial.TrialState;
import io.thresher.worker.protocol.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Delivers a trial that a user picked instead of what the search chose, and takes that back. A pick has a copy of the
 * model and outlives whatever becomes of the search: it stands until it is taken back, also where the search goes on.
 */
@ApplicationScoped
public class HandPicks {
    private static final Logger LOG = Logger.getLogger(HandPicks.class);
    /** Trials that are named where the model of the wanted one is gone. */
    private static final int NAMED = 5;

    private final StoredJobs jobs;
    private final SearchJobRepository rows;
    private final Trials trials;
    private final Leaderboard leaderboard;
    private final HoldoutScorer holdouts;
    private final ModelRegistration registration;
    private final DataFolder folder;
    private final JobEvents events;

    HandPicks(
            StoredJobs jobs,
            SearchJobRepository rows,
            Trials trials,
            Leaderboard leaderboard,
            HoldoutScorer holdouts,
            ModelRegistration registration,
            DataFolder folder,
            JobEvents events) {
        this.jobs = jobs;
        this.rows = rows;
        this.trials = trials;
        this.leaderboard = leaderboard;
        this.holdouts = holdouts;
        this.registration = registration;
        this.folder = folder;
        this.events = events;
    }

    /**
     * The job delivers this trial from now on.
     *
     * @throws ProblemException 404 if there is no such job, 400 if the trial has no model or is over a limit of the job, 409
     *     if its model was not kept
     */
    public void pick(String id, DeliveryRequest request) {
        SearchJob job = jobs.job(id);
        int number = deliverable(job, request).number();
        Path file = folder.trialFile(id, number, Wire.MODEL);
        requireFile(id, number, file);
        LeaderboardRow row = leaderboard.row(id, number).orElseThrow();
        try {
            Optional<HoldoutScore> score = holdouts.score(job, jobs.testDataset(id), file);
            DeliveredResponse delivered = DeliveredResponse.picked(row, jobs.delivered(id));
            registration.register(
                    job,
                    new Found(number, row.family(), row.score(), file),
                    model -> rows.setPicked(
                            id,
                            Json.write(new HandPick(
                                    delivered,
                                    model.name(),
                                    model.version(),
                                    score.map(HoldoutScore::rows).orElse(null),
                                    score.map(HoldoutScore::score).orElse(null)))));
        } catch (RuntimeException e) {
            // A search that still runs may have found a better trial in the meantime.
            requireFile(id, number, file);
            throw e;
        }
        LOG.infof("Search job %s delivers trial %d, picked by hand", id, number);
        events.jobChanged(id);
    }

    /** The job delivers what the search chose, as if nothing had been picked. No effect if nothing was. */
    public void takeBack(String id) {
        jobs.job(id);
        QuarkusTransaction.requiringNew().run(() -> rows.setPicked(id, null));
        LOG.infof("Search job %s delivers what the search chose", id);
        events.jobChanged(id);
    }

    private TrialRecord deliverable(SearchJob job, DeliveryRequest request) {
        Integer number = request.trial();
        if (number == null) {
            throw fault("trial is needed: the number of a trial that succeeded");
        }
        TrialRecord trial = trials.find(job.id(), number)
                .orElseThrow(() -> fault("there is no trial %d; the job has %d, numbered from 0"
                        .formatted(number, leaderboard.counts(job.id()).total())));
        if (!(trial.outcome().orElse(null) instanceof Succeeded reached)) {
            throw fault("trial %d is %s; only one that is %s has a model"
                    .formatted(number, trial.state(), TrialState.SUCCEEDED));
        }
        String excess = job.objective().limits().excessWords(reached.footprint());
        if (!excess.isEmpty()) {
            throw fault("trial %d is over the limits of the job: %s".formatted(number, excess));
        }
        return trial;
    }

    private void requireFile(String job, int number, Path file) {
        if (!Files.exists(file)) {
            String others = leaderboard.deliverable(job, NAMED).stream()
                    .map(row -> "%d (%s)".formatted(row.trial(), row.family()))
                    .collect(Collectors.joining(", "));
            throw ProblemException.conflict(
                    ("the model of trial %d was not kept: a search keeps those of the best trials, of the best of each family"
                                    + " and of the front. %sTo have it, search again in a space that holds its"
                                    + " configuration alone")
                            .formatted(number, others.isEmpty() ? "" : "There are those of trials " + others + ". "));
        }
    }

    private static ProblemException fault(String message) {
        return ProblemException.invalid(List.of(Fault.at("/trial", message)));
    }
}
