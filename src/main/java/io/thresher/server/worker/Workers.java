package io.thresher.server.worker;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.http.HttpServer;
import io.thresher.server.DataFolder;
import io.thresher.server.ThresherConfig;
import io.thresher.trial.TrialSpec;
import io.thresher.worker.LeaseDesk;
import io.thresher.worker.WorkerPool;
import io.thresher.worker.local.LocalWorkers;
import io.thresher.worker.local.WorkerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The workers of this machine. They are started with the service, at the latest with the first trial, and stay. */
@ApplicationScoped
public class Workers implements WorkerPool {
    /** Far longer than a worker is silent by itself, even on a machine that is short of everything. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final WorkerOptions options;
    private final WorkerToken token;
    private final HttpServer server;
    private final LeaseDesk desk;
    private @Nullable LocalWorkers children;
    private boolean closed;

    Workers(ThresherConfig config, DataFolder folder, WorkerToken token, HttpServer server) {
        int wanted = config.workers().count();
        int count = wanted > 0 ? wanted : Runtime.getRuntime().availableProcessors();
        this.options = new WorkerOptions(
                count,
                config.workers().heapMib(),
                folder.workers(),
                config.cacheDir().orElse(folder.cache()));
        this.token = token;
        this.server = server;
        this.desk = new LeaseDesk(Clock.systemUTC(), count, SILENCE, this::end);
    }

    @Override
    public int slots() {
        return desk.slots();
    }

    /** Starts the workers, so that they are warm when the first trial comes. No effect if they run already. */
    public synchronized void start() {
        if (children == null && !closed) {
            URI service = URI.create("http://127.0.0.1:" + server.getPort());
            children = new LocalWorkers(options, service, token.value(), desk::lost);
            children.start();
        }
    }

    @Override
    public void submit(TrialSpec trial, Observer observer) {
        start();
        desk.submit(trial, observer);
    }

    @Override
    public void cancel(String job, int number) {
        desk.cancel(job, number);
    }

    /** Where this machine's workers, and any others, come for trials. */
    LeaseDesk desk() {
        return desk;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        desk.sweep();
    }

    synchronized void stop(@Observes ShutdownEvent shutdown) {
        closed = true;
        desk.close();
        if (children != null) {
            children.close();
        }
    }

    private void end(String worker) {
        LocalWorkers all;
        synchronized (this) {
            all = children;
        }
        if (all != null) {
            all.end(worker);
        }
    }
}
