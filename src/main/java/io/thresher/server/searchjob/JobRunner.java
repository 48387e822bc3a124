package io.thresher.server.searchjob;

import io.quarkus.runtime.ShutdownEvent;
import io.thresher.job.JobState;
import io.thresher.job.Journal;
import io.thresher.job.SearchJob;
import io.thresher.job.SearchLoop;
import io.thresher.search.EnsembleShares;
import io.thresher.search.Sampler;
import io.thresher.search.SearchStrategy;
import io.thresher.seed.Seed;
import io.thresher.server.ThresherConfig;
import io.thresher.server.worker.Workers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Runs accepted search jobs, in the order they came, as many at once as there are workers to share. */
@ApplicationScoped
class JobRunner {
    private static final Logger LOG = Logger.getLogger(JobRunner.class);

    private final Journal journal;
    private final ModelDelivery delivery;
    private final Workers workers;
    private final ThresherConfig config;
    private final ExecutorService threads;
    private final Map<String, SearchLoop> loops = new ConcurrentHashMap<>();

    JobRunner(StoredJournal journal, JobEvents events, ModelDelivery delivery, Workers workers, ThresherConfig config) {
        this.journal = new AnnouncingJournal(journal, events);
        this.delivery = delivery;
        this.workers = workers;
        this.config = config;
        this.threads = Executors.newFixedThreadPool(workers.slots(), task -> {
            Thread thread = new Thread(task, "search");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Runs a job as soon as its turn comes. */
    void enqueue(SearchJob job) {
        Sampler sampler =
                SearchStrategy.ENGINE.sampler(job.space(), EnsembleShares.NONE, new Seed(job.seed()).fork("sampler"));
        SearchLoop loop = new SearchLoop(
                job, journal, workers, sampler, delivery, config.workers().trialTimeLimit());
        loops.put(job.id(), loop);
        threads.execute(() -> run(job, loop));
    }

    /** Ends a job soon. Whether it was queued or running. */
    boolean cancel(String job) {
        SearchLoop loop = loops.get(job);
        if (loop != null) {
            loop.cancel();
        }
        return loop != null;
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        loops.values().forEach(SearchLoop::abandon);
        threads.shutdown();
        if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
            LOG.warn("a search did not stop in time; it goes on at the next start");
        }
    }

    private void run(SearchJob job, SearchLoop loop) {
        LOG.infof("job %s started", job.id());
        try {
            loop.run();
            LOG.infof("job %s left its loop", job.id());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.errorf(e, "job %s failed", job.id());
            journal.ended(
                    job.id(),
                    JobState.FAILED,
                    Optional.empty(),
                    Optional.of("the search itself failed; the service's log says why"));
        } finally {
            loops.remove(job.id());
        }
    }
}
