package io.thresher.server.searchjob;

import io.thresher.job.JobState;
import io.thresher.job.SearchJob;
import io.thresher.server.DataFolder;
import io.thresher.server.ProblemException;
import io.thresher.server.issue.Issues;
import io.thresher.server.recipe.Recipes;
import io.thresher.server.searchspace.SearchSpaces;
import io.thresher.server.worker.Workers;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be done with search jobs: submit, cancel, go on after a restart. */
@ApplicationScoped
public class SearchJobs {
    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int ID_LETTERS = 12;

    private final StoredJobs jobs;
    private final SearchJobViews views;
    private final JobRunner runner;
    private final JobEvents events;
    private final DataFolder folder;
    private final SearchSpaces spaces;
    private final Recipes recipes;
    private final Issues issues;
    private final HoldoutScorer holdouts;
    private final Workers workers;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SearchJobs(
            StoredJobs jobs,
            SearchJobViews views,
            JobRunner runner,
            JobEvents events,
            DataFolder folder,
            SearchSpaces spaces,
            Recipes recipes,
            Issues issues,
            HoldoutScorer holdouts,
            Workers workers,
            Clock clock) {
        this.jobs = jobs;
        this.views = views;
        this.runner = runner;
        this.events = events;
        this.folder = folder;
        this.spaces = spaces;
        this.recipes = recipes;
        this.issues = issues;
        this.holdouts = holdouts;
        this.workers = workers;
        this.clock = clock;
    }

    /**
     * Accepts a job: it is stored before it is queued, and queued before this returns. The time that this takes is part
     * of the job's budget.
     *
     * @throws ProblemException naming every fault of the request
     */
    public SearchJobResponse submit(SearchJobRequest request) {
        long begin = System.nanoTime();
        AcceptedJob accepted =
                new SearchJobCheck(folder, spaces, recipes, issues, holdouts, workers.slots()).check(newId(), request);
        String space = spaces.text(spaceOf(request.searchSpace()));
        jobs.add(accepted, space, clock.instant(), Duration.ofNanos(System.nanoTime() - begin));
        runner.enqueue(accepted.job());
        return views.one(accepted.job().id());
    }

    /**
     * Ends a job soon; the best model so far is delivered. No effect on a job that has ended.
     *
     * @throws ProblemException 404 if there is no such job
     */
    public SearchJobResponse cancel(String id) {
        views.one(id);
        if (jobs.cancelling(id)) {
            runner.cancel(id);
        }
        events.jobChanged(id);
        return views.one(id);
    }

    /** Takes up every job that had not ended when the service went down. */
    public void goOn() {
        for (SearchJob job : jobs.in(List.of(JobState.RUNNING, JobState.QUEUED))) {
            runner.enqueue(job);
        }
        for (SearchJob job : jobs.in(List.of(JobState.CANCELLING))) {
            runner.enqueue(job);
            runner.cancel(job.id());
        }
    }

    private static String spaceOf(@Nullable String reference) {
        return reference == null || reference.isBlank() ? SearchSpaces.DEFAULT : reference;
    }

    private String newId() {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < ID_LETTERS; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
