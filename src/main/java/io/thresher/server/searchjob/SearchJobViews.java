package io.thresher.server.searchjob;

import io.thresher.job.SearchJob;
import io.thresher.server.Page;
import io.thresher.server.PageRequest;
import io.thresher.server.ProblemException;
import io.thresher.server.leaderboard.Leaderboard;
import io.thresher.server.leaderboard.LeaderboardRow;
import io.thresher.server.leaderboard.TrialCounts;
import jakarta.data.Limit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What there is to see of search jobs. */
@ApplicationScoped
@Transactional
public class SearchJobViews {
    private final SearchJobRepository jobs;
    private final Leaderboard leaderboard;

    SearchJobViews(SearchJobRepository jobs, Leaderboard leaderboard) {
        this.jobs = jobs;
        this.leaderboard = leaderboard;
    }

    /**
     * One job.
     *
     * @throws ProblemException if there is no such job
     */
    public SearchJobResponse one(String id) {
        SearchJobEntity job = jobs.find(id).orElseThrow(() -> ProblemException.notFound("search job", id));
        return SearchJobResponse.of(job, leaderboard.counts(id), best(job));
    }

    /**
     * What is asked for in a job now.
     *
     * @throws ProblemException if there is no such job
     */
    public SearchJob asked(String id) {
        return jobs.find(id)
                .orElseThrow(() -> ProblemException.notFound("search job", id))
                .toSearchJob();
    }

    /** The jobs, newest first. */
    public Page<SearchJobResponse> page(PageRequest request) {
        Limit limit = Limit.of(request.size() + 1);
        List<SearchJobEntity> fetched = request.after(2, last -> new Place(Instant.parse(last.get(0)), last.get(1)))
                .map(last -> jobs.olderThan(last.createdAt(), last.id(), limit))
                .orElseGet(() -> jobs.newest(limit));
        Page<SearchJobEntity> page = Page.of(fetched, request, job -> PageRequest.tokenAfter(job.createdAt, job.id));
        Map<String, TrialCounts> counts =
                leaderboard.counts(page.items().stream().map(job -> job.id).toList());
        return page.map(job -> SearchJobResponse.of(job, counts.getOrDefault(job.id, TrialCounts.NONE), best(job)));
    }

    private Optional<LeaderboardRow> best(SearchJobEntity job) {
        return job.bestTrial == null
                ? leaderboard.best(job.id)
                : leaderboard.row(job.id, job.bestTrial).or(() -> leaderboard.best(job.id));
    }

    /** Where a page ended. */
    private record Place(Instant createdAt, String id) {}
}
