package io.thresher.worker.process;

import io.thresher.trial.Measurement;
import io.thresher.worker.protocol.WorkerClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Passes measurements on to the service a few times a second, thinned out so that a curve has a point for each of its
 * first steps and then one for each tenth more steps; and renews the lease while nothing else is said.
 */
final class Reporter implements Predicate<Measurement>, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Reporter.class.getName());
    private static final Duration PERIOD = Duration.ofMillis(250);
    private static final double GROWTH = 1.1;

    private final WorkerClient client;
    private final String lease;
    private final List<Measurement> unsent = new ArrayList<>();
    private final ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "reporter");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean goOn = true;
    private int fold = -1;
    private int nextStep;

    Reporter(WorkerClient client, String lease) {
        this.client = client;
        this.lease = lease;
        Future<?> unused =
                sender.scheduleWithFixedDelay(this::send, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public boolean test(Measurement measurement) {
        if (measurement.fold() != fold) {
            fold = measurement.fold();
            nextStep = 0;
        }
        if (measurement.step() >= nextStep && Double.isFinite(measurement.validationLoss())) {
            nextStep = Math.max(measurement.step() + 1, (int) (measurement.step() * GROWTH));
            synchronized (unsent) {
                unsent.add(measurement);
            }
        }
        return goOn;
    }

    /** Whether the service still wanted the trial when it was last told something. */
    boolean isWanted() {
        return goOn;
    }

    /** Sends what is left, so that no number comes after the outcome. */
    void flush() throws InterruptedException {
        close();
        if (!sender.awaitTermination(1, TimeUnit.MINUTES)) {
            LOG.warning("a report to the service does not end");
        }
        send();
    }

    @Override
    public void close() {
        sender.shutdown();
    }

    private void send() {
        List<Measurement> batch;
        synchronized (unsent) {
            batch = List.copyOf(unsent);
            unsent.clear();
        }
        try {
            goOn = goOn && (batch.isEmpty() ? client.renew(lease) : client.measure(lease, batch));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "measurements were lost: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
