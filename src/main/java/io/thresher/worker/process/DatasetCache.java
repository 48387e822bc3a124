package io.thresher.worker.process;

import io.thresher.data.DatasetSchema;
import io.thresher.data.files.DatasetFiles;
import io.thresher.data.files.SchemaFile;
import io.thresher.seed.Seed;
import io.thresher.trial.DataPlan;
import io.thresher.trial.PreparedFolds;
import io.thresher.trial.PreparedRows;
import io.thresher.trial.TrialSpec;
import io.thresher.worker.protocol.WorkerClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the job at hand, fetched and dealt out once and kept, with what trials prepared of them, until a trial
 * needs another job's.
 */
final class DatasetCache {
    /** Of the heap, for features that trials may share. */
    private static final int PREPARED_SHARE = 6;

    private final WorkerClient client;
    private final Path folder;
    private @Nullable Key key;
    private @Nullable JobRows rows;

    /**
     * Rows as they were dealt out, and their folds as trials prepare them.
     *
     * @param dealt all of them
     * @param folds those that the search may use
     */
    record JobRows(PreparedRows dealt, PreparedFolds folds) {}

    private record Key(DataPlan data, String task, long seed) {}

    DatasetCache(WorkerClient client, Path folder) {
        this.client = client;
        this.folder = folder;
    }

    JobRows load(TrialSpec trial) throws IOException, InterruptedException {
        Key wanted = new Key(trial.data(), trial.objective().task().word(), trial.seed());
        JobRows known = rows;
        if (known != null && wanted.equals(key)) {
            return known;
        }
        if (known != null) {
            known.folds().close();
        }
        rows = null;
        PreparedRows dealt = read(trial);
        PreparedFolds folds = new PreparedFolds(
                dealt.search().features(),
                dealt.search().target(),
                dealt.folds(),
                new Seed(trial.seed()),
                Runtime.getRuntime().maxMemory() / PREPARED_SHARE);
        JobRows read = new JobRows(dealt, folds);
        rows = read;
        key = wanted;
        return read;
    }

    private PreparedRows read(TrialSpec trial) throws IOException, InterruptedException {
        String dataset = trial.data().dataset();
        Path table = fetched(dataset, DatasetFiles.TABLE);
        DatasetSchema schema = SchemaFile.read(fetched(dataset, DatasetFiles.SCHEMA));
        return PreparedRows.read(table, schema, trial.data(), trial.objective().task(), new Seed(trial.seed()));
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
