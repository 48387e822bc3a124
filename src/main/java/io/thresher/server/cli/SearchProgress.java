package io.thresher.server.cli;

import io.quarkus.runtime.ShutdownEvent;
import io.thresher.server.Page;
import io.thresher.server.PageRequest;
import io.thresher.server.dataset.DatasetResponse;
import io.thresher.server.leaderboard.Leaderboard;
import io.thresher.server.leaderboard.TrialResponse;
import io.thresher.server.searchjob.JobControl;
import io.thresher.server.searchjob.SearchJobResponse;
import io.thresher.server.searchjob.SearchJobViews;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Shows a running search on a terminal, and writes the model at its end. */
@ApplicationScoped
class SearchProgress {
    private static final long POLL_MILLIS = 300;
    private static final long LAST_MOMENT_SECONDS = 20;
    private static final PageRequest FIRST = new PageRequest(10, Optional.empty());
    private static final int ALL = 1000;

    private final SearchJobViews jobs;
    private final Leaderboard leaderboard;
    private final DeliveredFile models;
    private final JobControl control;
    private volatile @Nullable Following following;

    /**
     * A job that is watched.
     *
     * @param written counted down when its model is written, or it is known that there is none
     */
    private record Following(String job, CountDownLatch written) {}

    SearchProgress(SearchJobViews jobs, JobControl control, Leaderboard leaderboard, DeliveredFile models) {
        this.jobs = jobs;
        this.control = control;
        this.leaderboard = leaderboard;
        this.models = models;
    }

    /** Follows a job to its end. The exit status: 0 if a model was written. */
    int follow(PrintWriter out, DatasetResponse dataset, SearchJobResponse started, Path model)
            throws IOException, InterruptedException {
        out.printf(
                "%s: %d rows, %d columns; predicting '%s' (%s), judged by %s; search job %s%n",
                dataset.name(),
                dataset.rows(),
                dataset.columns().size(),
                started.target(),
                started.task(),
                started.metric(),
                started.id());
        out.flush();
        Following watched = new Following(started.id(), new CountDownLatch(1));
        following = watched;
        try {
            return conclude(out, watch(out, started), model);
        } finally {
            watched.written().countDown();
        }
    }

    /** Ctrl-C ends the search, not the work done: the shutdown waits until the best model so far is written. */
    void finishEarly(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent shutdown)
            throws InterruptedException {
        Following watched = following;
        if (watched != null && watched.written().getCount() > 0) {
            control.cancel(watched.job());
            boolean unused = watched.written().await(LAST_MOMENT_SECONDS, TimeUnit.SECONDS);
        }
    }

    private SearchJobResponse watch(PrintWriter out, SearchJobResponse started) throws InterruptedException {
        Set<Integer> shown = new HashSet<>(started.trials().total() > 0 ? ended(started.id()) : List.of());
        SearchJobResponse job = jobs.one(started.id());
        while (!job.state().isFinal()) {
            Thread.sleep(POLL_MILLIS);
            job = jobs.one(started.id());
            showNew(out, job, shown);
        }
        return job;
    }

    /** What a search that goes on has shown before. */
    private List<Integer> ended(String job) {
        PageRequest all = PageRequest.of(Optional.of(Integer.toString(ALL)), Optional.empty());
        return leaderboard.trials(job, Optional.empty(), all).items().stream()
                .filter(trial -> trial.state().isFinal())
                .map(TrialResponse::trial)
                .toList();
    }

    private void showNew(PrintWriter out, SearchJobResponse job, Set<Integer> shown) {
        Optional<String> token = Optional.empty();
        do {
            Page<TrialResponse> page = leaderboard.trials(
                    job.id(), Optional.empty(), PageRequest.of(Optional.of(Integer.toString(ALL)), token));
            for (TrialResponse trial : page.items()) {
                if (trial.state().isFinal() && shown.add(trial.trial())) {
                    out.printf(
                            Locale.ROOT,
                            "%5ds  trial %-3d %-9s %s%n",
                            job.used().toSeconds(),
                            trial.trial(),
                            trial.family(),
                            result(job, trial));
                }
            }
            token = page.nextPageToken();
        } while (token.isPresent());
        out.flush();
    }

    private static String result(SearchJobResponse job, TrialResponse trial) {
        return trial.score()
                .map(score -> {
                    boolean best = job.best()
                            .filter(leader -> leader.trial() == trial.trial())
                            .isPresent();
                    return String.format(Locale.ROOT, "%s %.5g%s", job.metric(), score, best ? "  best so far" : "");
                })
                .orElseGet(() -> trial.state().name().toLowerCase(Locale.ROOT)
                        + trial.message().map(": "::concat).orElse(""));
    }

    private int conclude(PrintWriter out, SearchJobResponse job, Path file) throws IOException {
        BoardLines board = new BoardLines(job);
        board.head(out);
        leaderboard.page(job.id(), FIRST).items().forEach(row -> board.print(out, row));
        job.endReason().ifPresent(reason -> out.printf("%nended because %s%n", reason.words()));
        int status = models.write(out, job, file);
        out.printf("%d trials in %d s%n", job.trials().total(), job.used().toSeconds());
        out.flush();
        return status;
    }
}
