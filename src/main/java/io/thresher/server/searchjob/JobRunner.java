package io.thresher.server.searchjob;

import io.quarkus.runtime.ShutdownEvent;
import io.thresher.data.DatasetSchema;
import io.thresher.job.EndReason;
import io.thresher.job.FamilyShares;
import io.thresher.job.JobEnd;
import io.thresher.job.JobSampler;
import io.thresher.job.Journal;
import io.thresher.job.SearchJob;
import io.thresher.job.SearchLoop;
import io.thresher.job.TrialFiles;
import io.thresher.search.Sampler;
import io.thresher.server.DataFolder;
import io.thresher.server.ThresherConfig;
import io.thresher.server.worker.Workers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Runs accepted search jobs, in the order they came, as many at once as there are workers to share. */
@ApplicationScoped
class JobRunner {
    private static final Logger LOG = Logger.getLogger(JobRunner.class);

    private final Journal journal;
    private final ModelDelivery delivery;
    private final Workers workers;
    private final ThresherConfig config;
    private final StoredSchemas schemas;
    private final TrialFiles files;
    private final ExecutorService threads;
    private final Map<String, Driven> driven = new ConcurrentHashMap<>();

    /**
     * A job and what drives it.
     *
     * @param left done when the loop has left the job, whatever state it is in then
     */
    private record Driven(SearchLoop loop, CompletableFuture<Void> left) {}

    JobRunner(
            StoredJournal journal,
            JobEvents events,
            ModelDelivery delivery,
            Workers workers,
            ThresherConfig config,
            DataFolder folder) {
        this.journal = new AnnouncingJournal(journal, events);
        this.delivery = delivery;
        this.workers = workers;
        this.config = config;
        this.schemas = new StoredSchemas(folder);
        this.files = new StoredTrialFiles(folder);
        this.threads = Executors.newFixedThreadPool(workers.slots(), task -> {
            Thread thread = new Thread(task, "search");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Where what happens to jobs is written, and told to who listens. */
    Journal journal() {
        return journal;
    }

    /** Runs a job as soon as its turn comes. */
    void enqueue(SearchJob job) {
        SearchLoop loop = new SearchLoop(
                job, journal, workers, this::sampler, delivery, config.workers().trialTimeLimit());
        Driven started = new Driven(loop, new CompletableFuture<>());
        driven.put(job.id(), started);
        threads.execute(() -> run(job, started));
    }

    /** What drives a job now: waiting for its turn, searching, or delivering. */
    Optional<SearchLoop> loop(String job) {
        return Optional.ofNullable(driven.get(job)).map(Driven::loop);
    }

    /** Waits until nothing drives a job. Whether that was soon enough. */
    boolean awaitLeft(String job, Duration patience) {
        Driven running = driven.get(job);
        try {
            if (running != null) {
                running.left().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            }
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        driven.values().forEach(each -> each.loop().abandon());
        threads.shutdown();
        if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
            LOG.warn("a search did not stop in time; it goes on at the next start");
        }
    }

    private Sampler sampler(SearchJob job) {
        long rows = schemas.find(job.data().dataset()).map(DatasetSchema::rows).orElse(0L);
        FamilyShares shares = new FamilyShares(
                job,
                files,
                trouble -> LOG.warnf(trouble, "job %s cannot tell what families are worth to an ensemble", job.id()));
        return JobSampler.of(job, shares, rows);
    }

    private void run(SearchJob job, Driven started) {
        LOG.infof("job %s started", job.id());
        try {
            started.loop().run();
            LOG.infof("job %s left its loop", job.id());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.errorf(e, "job %s failed", job.id());
            journal.ended(
                    job.id(), JobEnd.without(EndReason.FAILED, "the search itself failed; the service's log says why"));
        } finally {
            driven.remove(job.id(), started);
            started.left().complete(null);
        }
    }
}
