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

/** How search jobs come to be: submitted, replayed, taken up after a restart. */
@ApplicationScoped
public class SearchJobs {
    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int ID_LETTERS = 12;

    private final StoredJobs jobs;
    private final EarlierJobs earlier;
    private final SearchJobViews views;
    private final JobRunner runner;
    private final JobControl control;
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
            EarlierJobs earlier,
            SearchJobViews views,
            JobRunner runner,
            JobControl control,
            DataFolder folder,
            SearchSpaces spaces,
            Recipes recipes,
            Issues issues,
            HoldoutScorer holdouts,
            Workers workers,
            Clock clock) {
        this.jobs = jobs;
        this.earlier = earlier;
        this.views = views;
        this.runner = runner;
        this.control = control;
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
        AcceptedJob checked =
                new SearchJobCheck(folder, spaces, recipes, issues, holdouts, workers.slots()).check(newId(), request);
        AcceptedJob accepted = checked.with(earlier.warmStart(checked, request.warmStart()));
        String space = spaces.text(RequestedSpace.reference(request.searchSpace()));
        jobs.add(accepted, space, clock.instant(), Duration.ofNanos(System.nanoTime() - begin));
        runner.enqueue(accepted.job());
        return views.one(accepted.job().id());
    }

    /**
     * Runs the trials of a job that has ended again, in a job of its own: numbers, configurations and what each trial
     * knew are those of the earlier job, and so is what comes of them.
     *
     * @throws ProblemException 404 if there is no such job, 409 if it has not ended
     */
    public SearchJobResponse replay(String id) {
        SearchJob replay = jobs.addReplay(id, newId(), control.replayable(id), clock.instant());
        runner.enqueue(replay);
        return views.one(replay.id());
    }

    /** Takes up every job that had something to do when the service went down. */
    public void goOn() {
        jobs.in(JobState.unattended()).forEach(runner::enqueue);
    }

    private String newId() {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < ID_LETTERS; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
