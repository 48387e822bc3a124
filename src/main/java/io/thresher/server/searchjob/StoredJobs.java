package io.thresher.server.searchjob;

import io.thresher.job.Budget;
import io.thresher.job.JobState;
import io.thresher.job.SearchJob;
import io.thresher.search.Patience;
import io.thresher.server.ProblemException;
import io.thresher.server.leaderboard.KnownJobs;
import io.thresher.space.SearchSpace;
import io.thresher.space.Trait;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The search jobs there are, and what was asked for in each. */
@ApplicationScoped
@Transactional
class StoredJobs implements KnownJobs {
    private final SearchJobRepository jobs;
    private final StoredJournal journal;

    StoredJobs(SearchJobRepository jobs, StoredJournal journal) {
        this.jobs = jobs;
        this.journal = journal;
    }

    @Override
    public boolean contains(String job) {
        return jobs.count(job) > 0;
    }

    /** Keeps a job that was just accepted, and that much of its time used up already. */
    void add(AcceptedJob job, String spaceYaml, Instant now, Duration used) {
        SearchJobEntity row = SearchJobEntity.queued(job, spaceYaml, now);
        row.usedMillis = used.toMillis();
        jobs.add(row);
    }

    /** Keeps a job that runs the trials of an earlier one again, all there are. */
    SearchJob addReplay(String original, String id, int trials, Instant now) {
        SearchJobEntity row = SearchJobEntity.replay(found(original), id, trials, now);
        jobs.add(row);
        return row.toSearchJob();
    }

    /** What is asked for in a job now. */
    SearchJob job(String id) {
        return found(id).toSearchJob();
    }

    /** Id of the dataset that scores what a job delivers, if one was named. */
    Optional<String> testDataset(String id) {
        return Optional.ofNullable(found(id).plan.testDataset);
    }

    /** What the search chose to deliver, once it has. */
    Optional<DeliveredResponse> delivered(String id) {
        return found(id).delivered();
    }

    /** What there is in a job's data that parameters may be about. */
    Set<Trait> traits(String id) {
        return found(id).plan.traits();
    }

    JobState state(String id) {
        return found(id).state;
    }

    /** The jobs in one of these states, oldest first. */
    List<SearchJob> in(Collection<JobState> states) {
        return jobs.inStates(List.copyOf(states)).stream()
                .map(SearchJobEntity::toSearchJob)
                .toList();
    }

    /** Takes a job to the state that follows its state now. That state. */
    JobState change(String id, UnaryOperator<JobState> transition) {
        while (true) {
            JobState from = found(id).state;
            JobState to = transition.apply(from);
            if (to == from || jobs.changeState(id, List.of(from), to) > 0) {
                return to;
            }
        }
    }

    /** The budget is this from now on; a job that has ended goes on, and is QUEUED. The state of the job. */
    JobState extend(String id, Budget budget) {
        int unused = jobs.setBudget(
                id,
                budget.time().map(Duration::toMillis).orElse(null),
                budget.trials().orElse(null),
                budget.patience().map(Patience::share).orElse(null));
        if (found(id).state.isFinal()) {
            journal.reopened(id);
        }
        return found(id).state;
    }

    /** Searches in another space from now on. */
    void space(String id, SearchSpace space, String yaml) {
        int unused = jobs.setSpace(id, space.name(), yaml);
    }

    private SearchJobEntity found(String id) {
        return jobs.find(id).orElseThrow(() -> ProblemException.notFound("search job", id));
    }
}
