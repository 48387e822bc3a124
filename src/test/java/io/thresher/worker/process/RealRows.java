package io.thresher.worker.process;

import io.thresher.SharedData;
import io.thresher.data.DatasetSchema;
import io.thresher.data.Labelled;
import io.thresher.data.Task;
import io.thresher.data.files.DatasetFiles;
import io.thresher.data.files.IngestLimits;
import io.thresher.data.files.TableReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A real table of which a few rows are drawn; most of its words and numbers are in none that a model learns from. */
final class RealRows {
    private static final int TRAINING = 200;
    private static final int OTHERS = 150;

    private final Labelled all;

    private RealRows(Labelled all) {
        this.all = all;
    }

    /** The rows of {@code train.csv} of the shared table of that name, read with {@code folder} to work in. */
    static RealRows read(String name, Path folder) throws IOException {
        DatasetSchema schema =
                DatasetFiles.ingest(SharedData.table(name).resolve("train.csv"), folder, IngestLimits.DEFAULT);
        String target =
                schema.names().get(SharedData.meta(name).get("target_index").asInt());
        Task task = Task.valueOf(SharedData.meta(name).get("task").asText().toUpperCase(Locale.ROOT));
        return new RealRows(TableReader.labelled(folder.resolve(DatasetFiles.TABLE), schema, target, task));
    }

    ParityRows draw(SplittableRandom random) {
        int[] drawn = IntStream.range(0, TRAINING + OTHERS)
                .map(i -> random.nextInt(all.features().rows()))
                .toArray();
        Labelled training = all.take(IntStream.of(drawn).limit(TRAINING).toArray());
        Labelled others = all.take(IntStream.of(drawn).skip(TRAINING).toArray());
        return new ParityRows(training.features(), training.target(), others.features());
    }
}
