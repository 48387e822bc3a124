package io.thresher.server.cli;

import io.quarkus.runtime.ShutdownEvent;
import io.thresher.server.Page;
import io.thresher.server.PageRequest;
import io.thresher.server.dataset.DatasetResponse;
import io.thresher.server.leaderboard.Leaderboard;
import io.thresher.server.leaderboard.LeaderboardRow;
import io.thresher.server.leaderboard.TrialResponse;
import io.thresher.server.model.ModelVersionId;
import io.thresher.server.model.Models;
import io.thresher.server.searchjob.JobControl;
import io.thresher.server.searchjob.SearchJobResponse;
import io.thresher.server.searchjob.SearchJobViews;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
    private static final int SHOWN = 10;
    private static final int ALL = 1000;

    private final SearchJobViews jobs;
    private final Leaderboard leaderboard;
    private final Models models;
    private final JobControl control;
    private volatile @Nullable Following following;

    /**
     * A job that is watched.
     *
     * @param written counted down when its model is written, or it is known that there is none
     */
    private record Following(String job, CountDownLatch written) {}

    SearchProgress(SearchJobViews jobs, JobControl control, Leaderboard leaderboard, Models models) {
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
        out.printf(
                "%n%-5s %-6s %-9s %12s %10s %9s %9s %9s%n",
                "rank", "trial", "family", job.metric(), "± std", "train s", "µs/call", "KiB");
        for (LeaderboardRow row : leaderboard
                .page(job.id(), PageRequest.of(Optional.of(Integer.toString(SHOWN)), Optional.empty()))
                .items()) {
            out.printf(
                    Locale.ROOT,
                    "%-5d %-6d %-9s %12.5g %10.2g %9.2f %9.0f %9d%s%n",
                    row.rank(),
                    row.trial(),
                    row.family(),
                    row.score(),
                    row.scoreStd(),
                    row.trainSeconds(),
                    row.predictMicrosOneRow().orElse(Double.NaN),
                    row.modelBytes() / 1024,
                    row.missedLimits().isEmpty() ? "" : "  over " + String.join(", ", row.missedLimits()));
        }
        job.endReason().ifPresent(reason -> out.printf("%nended because %s%n", reason.words()));
        if (job.model().isEmpty()) {
            out.printf("%nno model: %s%n", job.error().orElse("the search was stopped before a trial finished"));
            out.flush();
            return 1;
        }
        job.delivered().ifPresent(delivered -> new DeliveredLines(delivered, job.metric()).print(out));
        ModelVersionId id =
                new ModelVersionId(job.model().get().name(), job.model().get().version());
        Path target = file.toAbsolutePath();
        Files.createDirectories(target.getParent());
        Files.copy(models.file(id), target, StandardCopyOption.REPLACE_EXISTING);
        out.printf(
                "%n%s is written: %d KiB; %d trials in %d s%n",
                file,
                Files.size(target) / 1024,
                job.trials().total(),
                job.used().toSeconds());
        out.flush();
        return 0;
    }
}
