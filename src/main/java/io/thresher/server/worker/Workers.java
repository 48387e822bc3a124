package io.thresher.server.worker;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.http.HttpServer;
import io.thresher.server.DataFolder;
import io.thresher.server.ThresherConfig;
import io.thresher.trial.FailureReason;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The workers of this machine. They are started with the service, at the latest with the first trial, and stay. */
@ApplicationScoped
public class Workers implements WorkerPool {
    private static final Logger LOG = Logger.getLogger(Workers.class);

    /** Far longer than a worker is silent by itself, even on a machine that is short of everything. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final WorkerOptions options;
    private final WorkerToken token;
    private final HttpServer server;
    private final LeaseDesk desk;
    private final Map<String, List<String>> devices = new ConcurrentHashMap<>();
    private @Nullable LocalWorkers children;
    private boolean closed;

    Workers(ThresherConfig config, DataFolder folder, WorkerToken token, HttpServer server) {
        int wanted = config.workers().count();
        int count = wanted > 0 ? wanted : Runtime.getRuntime().availableProcessors();
        this.options = new WorkerOptions(
                count,
                config.workers().heapMib(),
                config.workers().device(),
                config.workers().libraries(),
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
            children = new LocalWorkers(options, service, token.value(), this::lost);
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

    /** A worker tells where it trains. */
    void tell(String worker, List<String> sentences) {
        if (!sentences.isEmpty() && !sentences.equals(devices.put(worker, sentences))) {
            LOG.infof("%s: %s", worker, String.join("; ", sentences));
        }
    }

    /** Workers that told where they train, and what they told. */
    Map<String, List<String>> devices() {
        return Map.copyOf(devices);
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

    private void lost(String worker, FailureReason reason, String message) {
        devices.remove(worker);
        desk.lost(worker, reason, message);
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
