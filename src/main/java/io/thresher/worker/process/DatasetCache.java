package io.thresher.worker.process;

import io.thresher.data.DatasetSchema;
import io.thresher.data.Folds;
import io.thresher.data.Labelled;
import io.thresher.data.files.DatasetFiles;
import io.thresher.data.files.SchemaFile;
import io.thresher.data.files.TableReader;
import io.thresher.seed.Seed;
import io.thresher.trial.TrialSpec;
import io.thresher.worker.protocol.WorkerClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The dataset of the job at hand, fetched once and kept until a trial needs another one. */
final class DatasetCache {
    private final WorkerClient client;
    private final Path folder;
    private @Nullable Loaded loaded;

    /** Rows and folds of one job's trials. */
    record Loaded(Key key, Labelled rows, Folds folds) {}

    private record Key(String dataset, String target, String task, int folds, long seed) {
        static Key of(TrialSpec trial) {
            return new Key(
                    trial.dataset(), trial.target(), trial.objective().task().word(), trial.folds(), trial.seed());
        }
    }

    DatasetCache(WorkerClient client, Path folder) {
        this.client = client;
        this.folder = folder;
    }

    Loaded load(TrialSpec trial) throws IOException, InterruptedException {
        Key key = Key.of(trial);
        if (loaded == null || !loaded.key().equals(key)) {
            loaded = null;
            loaded = read(key, trial);
        }
        return loaded;
    }

    private Loaded read(Key key, TrialSpec trial) throws IOException, InterruptedException {
        Path table = fetched(trial.dataset(), DatasetFiles.TABLE);
        DatasetSchema schema = SchemaFile.read(fetched(trial.dataset(), DatasetFiles.SCHEMA));
        Labelled rows = TableReader.labelled(
                table, schema, trial.target(), trial.objective().task());
        Folds folds = Folds.of(rows.target(), trial.folds(), new Seed(trial.seed()).fork("folds"));
        return new Loaded(key, rows, folds);
    }

    private Path fetched(String dataset, String name) throws IOException, InterruptedException {
        Path file = folder.resolve(dataset + "-" + name);
        if (!Files.exists(file)) {
            Path partial = folder.resolve(dataset + "-" + name + ".part");
            client.fetch(dataset, name, partial);
            Files.move(partial, file);
        }
        return file;
    }
}
