package io.thresher.server.searchjob;

import io.thresher.job.JobState;
import io.thresher.job.SearchJob;
import io.thresher.server.leaderboard.KnownJobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The search jobs there are, and what was asked for in each. */
@ApplicationScoped
@Transactional
class StoredJobs implements KnownJobs {
    private final SearchJobRepository jobs;

    StoredJobs(SearchJobRepository jobs) {
        this.jobs = jobs;
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

    /** The jobs in one of these states, oldest first. */
    List<SearchJob> in(List<JobState> states) {
        return jobs.inStates(states).stream().map(SearchJobEntity::toSearchJob).toList();
    }

    /** A job is to end soon. Whether it was under way. */
    boolean cancelling(String job) {
        return jobs.changeState(job, List.of(JobState.QUEUED, JobState.RUNNING), JobState.CANCELLING) > 0;
    }
}
