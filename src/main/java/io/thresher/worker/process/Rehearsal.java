package io.thresher.worker.process;

import io.thresher.data.DatasetSchema;
import io.thresher.data.Labelled;
import io.thresher.data.SampleTable;
import io.thresher.data.Task;
import io.thresher.data.files.DatasetFiles;
import io.thresher.data.files.IngestLimits;
import io.thresher.data.files.TableReader;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.split.Folds;
import io.thresher.data.split.RowKeys;
import io.thresher.data.split.Splitter;
import io.thresher.data.split.Validation;
import io.thresher.metric.Metric;
import io.thresher.model.ModelCatalog;
import io.thresher.model.ModelFamily;
import io.thresher.model.TrainingFailure;
import io.thresher.pipeline.Pipeline;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.trial.CrossValidated;
import io.thresher.trial.CrossValidation;
import io.thresher.trial.DataPlan;
import io.thresher.trial.FoldRace;
import io.thresher.trial.Objective;
import io.thresher.trial.PreparedFolds;
import io.thresher.trial.TrialSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A small trial of every family before the first real one comes, so that a user's first trial does not wait for native
 * libraries to load and code to be compiled. It ends as soon as there is real work.
 */
final class Rehearsal implements Runnable {
    private static final Logger LOG = Logger.getLogger(Rehearsal.class.getName());
    private static final int ROWS = 300;
    private static final Seed SEED = new Seed(1);
    private static final DataPlan PLAN =
            new DataPlan("sample", SampleTable.TARGET, RepairRecipe.NONE, new Validation.KFold(2), 0);
    private static final Objective OBJECTIVE = new Objective(Task.BINARY, Metric.ROC_AUC);

    private final ModelCatalog catalog;
    private final Path folder;
    private volatile boolean over;

    /**
     * @param folder for its files, made here
     */
    Rehearsal(ModelCatalog catalog, Path folder) {
        this.catalog = catalog;
        this.folder = folder;
    }

    @Override
    public void run() {
        try {
            Path dataset = folder.resolve("dataset");
            DatasetSchema schema = ingest(dataset);
            Labelled rows =
                    TableReader.labelled(dataset.resolve(DatasetFiles.TABLE), schema, SampleTable.TARGET, Task.BINARY);
            for (ModelFamily family : catalog.families()) {
                if (!over) {
                    rehearse(family, schema, rows);
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.FINE, "the rehearsal ended early", e);
        }
    }

    /** There is real work now. */
    void end() {
        over = true;
    }

    private DatasetSchema ingest(Path dataset) throws IOException {
        Path csv = Files.createDirectories(folder).resolve("sample.csv");
        SampleTable.write(csv, ROWS, SEED);
        return DatasetFiles.ingest(csv, dataset, IngestLimits.DEFAULT);
    }

    private void rehearse(ModelFamily family, DatasetSchema schema, Labelled rows) throws IOException {
        Configuration configuration = new Configuration(family.name(), Map.of());
        TrialSpec trial = new TrialSpec(
                "rehearsal",
                0,
                PLAN,
                OBJECTIVE,
                1,
                configuration,
                FoldRace.NONE,
                Optional.empty(),
                Duration.ofMinutes(1));
        Folds folds = new Splitter(PLAN.validation(), rows.target(), RowKeys.none(), SEED).folds();
        CrossValidation validation =
                new CrossValidation(new PreparedFolds(rows.features(), rows.target(), folds, SEED, 0), OBJECTIVE);
        try {
            Optional<CrossValidated> result =
                    validation.run(new Pipeline(RepairRecipe.NONE, family, configuration), SEED, measurement -> !over);
            if (result.isPresent()) {
                try (CrossValidated trained = result.get()) {
                    new ModelHandover(trial, schema, rows, family.device(configuration), new PeakMemory())
                            .write(trained, HandedIn.in(folder), () -> !over);
                }
            }
        } catch (TrainingFailure e) {
            LOG.log(Level.FINE, family.name() + " was not rehearsed", e);
        }
    }
}
