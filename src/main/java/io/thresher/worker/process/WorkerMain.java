package io.thresher.worker.process;

import io.thresher.model.ModelCatalog;
import io.thresher.trial.Cost;
import io.thresher.worker.Lease;
import io.thresher.worker.protocol.WorkerClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A worker's process. Its address, token, name and folder come from the environment; its standard input is the life line
 * to whoever started it: when that ends, the process ends at once.
 */
public final class WorkerMain {
    /** Address of the service. */
    public static final String SERVICE = "THRESHER_WORKER_SERVICE";
    /** Token that opens the worker protocol. */
    public static final String TOKEN = "THRESHER_WORKER_TOKEN";
    /** Name of this worker. */
    public static final String NAME = "THRESHER_WORKER_NAME";
    /** Folder for this worker's files, deleted by whoever started it. */
    public static final String FOLDER = "THRESHER_WORKER_FOLDER";

    /** A {@link DeviceSetting}. */
    public static final String DEVICE = "THRESHER_WORKER_DEVICE";

    private static final Logger LOG = Logger.getLogger(WorkerMain.class.getName());
    private static final int UNREACHABLE = 7;

    private WorkerMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        for (String library : new String[] {"org.tribuo", "ml.dmlc", "ai.djl"}) {
            Logger.getLogger(library).setLevel(Level.WARNING);
        }
        Thread lifeline = new Thread(WorkerMain::endWithParent, "lifeline");
        lifeline.setDaemon(true);
        lifeline.start();
        Map<String, String> environment = System.getenv();
        String name = environment.getOrDefault(NAME, "worker");
        WorkerClient client = new WorkerClient(
                URI.create(environment.getOrDefault(SERVICE, "http://127.0.0.1:8080")),
                environment.getOrDefault(TOKEN, ""),
                name);
        Path folder = Path.of(environment.getOrDefault(FOLDER, "."));
        Devices devices = Devices.of(DeviceSetting.valueOf(environment.getOrDefault(DEVICE, DeviceSetting.CPU.name())));
        ModelCatalog families = Families.on(devices);
        TrialRunner runner = new TrialRunner(families, new DatasetCache(client, folder));
        Rehearsal rehearsal = new Rehearsal(families, folder.resolve("rehearsal"));
        Thread rehearsing = new Thread(rehearsal, "rehearsal");
        rehearsing.setDaemon(true);
        rehearsing.start();
        try {
            work(client, devices, rehearsal, new LeasedTrial(client, runner, folder));
        } catch (IOException e) {
            LOG.log(Level.SEVERE, name + " cannot reach the service: " + e.getMessage());
            System.exit(UNREACHABLE);
        }
    }

    private static void work(WorkerClient client, Devices devices, Rehearsal rehearsal, LeasedTrial leased)
            throws IOException, InterruptedException {
        Breather breather = new Breather();
        while (!Thread.currentThread().isInterrupted()) {
            Optional<Lease> lease = client.lease(devices.words());
            if (lease.isPresent()) {
                rehearsal.end();
                breather.begin(lease.get()
                        .trial()
                        .objective()
                        .limits()
                        .of(Cost.TRAINING_MEMORY)
                        .isPresent());
                leased.run(lease.get());
                breather.end();
            }
        }
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is ever said on this line; only its end matters.
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, "the line to the service broke", e);
        }
        Runtime.getRuntime().halt(0);
    }
}
