package io.thresher.worker.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.data.DatasetSchema;
import io.thresher.data.Labelled;
import io.thresher.data.SampleTable;
import io.thresher.data.Task;
import io.thresher.data.files.DatasetFiles;
import io.thresher.data.files.IngestLimits;
import io.thresher.data.files.TableReader;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.split.RowKeys;
import io.thresher.data.split.Splitter;
import io.thresher.data.split.Validation;
import io.thresher.metric.Metric;
import io.thresher.metric.PredictionsFile;
import io.thresher.model.Device;
import io.thresher.model.tribuo.LinearFamily;
import io.thresher.onnx.Scorer;
import io.thresher.pipeline.Pipeline;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.trial.CheckedRows;
import io.thresher.trial.CrossValidated;
import io.thresher.trial.CrossValidation;
import io.thresher.trial.DataPlan;
import io.thresher.trial.FoldRace;
import io.thresher.trial.Objective;
import io.thresher.trial.PreparedFolds;
import io.thresher.trial.TrialOutcome;
import io.thresher.trial.TrialSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelHandoverTest {
    private static final Seed SEED = new Seed(1);
    private static final Objective OBJECTIVE = new Objective(Task.BINARY, Metric.ROC_AUC);
    private static final DataPlan PLAN =
            new DataPlan("0a1b2c", SampleTable.TARGET, RepairRecipe.NONE, new Validation.KFold(2), 0);

    @TempDir
    private Path folder;

    private record Written(TrialOutcome outcome, HandedIn files, Labelled rows) {}

    @Test
    void tells_what_the_file_predicts_for_the_checked_rows() throws IOException {
        Written written = write(() -> true);

        assertThat(written.outcome()).isInstanceOf(TrialOutcome.Succeeded.class);
        try (Scorer scorer = Scorer.load(written.files().model())) {
            assertThat(PredictionsFile.read(written.files().checked()).values())
                    .containsExactly(
                            scorer.predict(CheckedRows.of(written.rows().features()))
                                    .values());
        }
    }

    @Test
    void ends_between_its_steps_when_it_is_no_longer_wanted() throws IOException {
        AtomicInteger asked = new AtomicInteger();

        Written written = write(() -> asked.incrementAndGet() < 2);

        assertThat(asked).hasValue(2);
        assertThat(written.outcome()).isInstanceOf(TrialOutcome.Pruned.class);
        assertThat(written.files().model()).exists();
        assertThat(written.files().checked()).doesNotExist();
        assertThat(written.files().outOfFold()).doesNotExist();
    }

    private Written write(BooleanSupplier wanted) throws IOException {
        Path csv = folder.resolve("sample.csv");
        SampleTable.write(csv, 1200, SEED);
        DatasetSchema schema = DatasetFiles.ingest(csv, folder.resolve("dataset"), IngestLimits.DEFAULT);
        Labelled rows = TableReader.labelled(
                folder.resolve("dataset").resolve(DatasetFiles.TABLE), schema, SampleTable.TARGET, Task.BINARY);
        Configuration configuration = new Configuration("linear", Map.of());
        TrialSpec trial = new TrialSpec(
                "job", 3, PLAN, OBJECTIVE, 7, configuration, FoldRace.NONE, Optional.empty(), Duration.ofMinutes(1));
        PreparedFolds folds = new PreparedFolds(
                rows.features(),
                rows.target(),
                new Splitter(PLAN.validation(), rows.target(), RowKeys.none(), SEED).folds(),
                SEED,
                0);
        try (CrossValidated trained = new CrossValidation(folds, OBJECTIVE)
                .run(new Pipeline(RepairRecipe.NONE, new LinearFamily(), configuration), SEED, measurement -> true)
                .orElseThrow()) {
            HandedIn files = HandedIn.in(folder);
            TrialOutcome outcome =
                    new ModelHandover(trial, schema, rows, Device.CPU, new PeakMemory()).write(trained, files, wanted);
            return new Written(outcome, files, rows);
        }
    }
}
