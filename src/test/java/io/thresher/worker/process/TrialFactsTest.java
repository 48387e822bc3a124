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
import io.thresher.data.split.Folds;
import io.thresher.data.split.RowKeys;
import io.thresher.data.split.Splitter;
import io.thresher.data.split.Validation;
import io.thresher.metric.Metric;
import io.thresher.model.Device;
import io.thresher.onnx.FileScorer;
import io.thresher.onnx.Producer;
import io.thresher.onnx.Scorer;
import io.thresher.pipeline.Pipeline;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.trial.CrossValidated;
import io.thresher.trial.CrossValidation;
import io.thresher.trial.DataPlan;
import io.thresher.trial.FoldRace;
import io.thresher.trial.Objective;
import io.thresher.trial.PreparedFolds;
import io.thresher.trial.TrialOutcome;
import io.thresher.trial.TrialSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a model file says of itself. */
class TrialFactsTest {
    private static final Seed SEED = new Seed(1);
    private static final Objective OBJECTIVE = new Objective(Task.BINARY, Metric.ROC_AUC);
    private static final DataPlan PLAN =
            new DataPlan("0a1b2c", SampleTable.TARGET, RepairRecipe.NONE, new Validation.KFold(2), 0);

    @TempDir
    Path folder;

    private DatasetSchema schema;
    private Labelled rows;
    private Device device = Device.CPU;

    @BeforeEach
    void read() throws IOException {
        Path csv = folder.resolve("sample.csv");
        SampleTable.write(csv, 200, SEED);
        schema = DatasetFiles.ingest(csv, folder.resolve("dataset"), IngestLimits.DEFAULT);
        rows = TableReader.labelled(
                folder.resolve("dataset").resolve(DatasetFiles.TABLE), schema, SampleTable.TARGET, Task.BINARY);
    }

    /** Another process has another order of hashed sets and maps, and other hashes of what has none of its own. */
    @Test
    void the_same_trial_gives_the_same_bytes_in_another_process() throws IOException, InterruptedException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UnlockExperimentalVMOptions",
                        "-XX:hashCode=3",
                        "-Xmx512m",
                        "-Dai.djl.offline=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TrialFactsTest.class.getName(),
                        elsewhere.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("elsewhere.log").toFile())
                .start();
        writeAll();

        assertThat(other.waitFor())
                .as(Files.readString(folder.resolve("elsewhere.log")))
                .isZero();
        for (String family : Families.all().names()) {
            assertThat(Files.mismatch(folder.resolve(family + ".onnx"), elsewhere.resolve(family + ".onnx")))
                    .as(family)
                    .isEqualTo(-1);
        }
    }

    /** Writes every family's model into a folder, for the test above. */
    public static void main(String[] arguments) throws IOException {
        TrialFactsTest elsewhere = new TrialFactsTest();
        elsewhere.folder = Path.of(arguments[0]);
        elsewhere.read();
        elsewhere.writeAll();
    }

    private void writeAll() throws IOException {
        for (String family : Families.all().names()) {
            model(family, family + ".onnx");
        }
    }

    @Test
    void the_file_explains_itself() throws IOException {
        try (Scorer scorer = Scorer.load(model("linear", "model.onnx"))) {
            assertThat(scorer.fact("thresher.version")).contains(Producer.VERSION);
            assertThat(scorer.fact("thresher.dataset")).contains("0a1b2c");
            assertThat(scorer.fact("thresher.seed")).contains("7");
            assertThat(scorer.fact("thresher.classes")).contains("[\"no\",\"yes\"]");
            assertThat(scorer.fact(FileScorer.TARGET)).contains("leaves");
            assertThat(scorer.fact("thresher.columns").orElseThrow())
                    .contains("{\"name\":\"plan\",\"role\":\"feature\",\"type\":\"category\"}")
                    .contains("{\"name\":\"customer\",\"role\":\"unused\",\"type\":\"identifier\"}")
                    .contains("{\"name\":\"leaves\",\"role\":\"target\",\"type\":\"boolean\"}");
            assertThat(scorer.fact("thresher.configuration")).contains("{\"cost\":0.5,\"encoding\":\"oneHot\"}");
            assertThat(scorer.fact("thresher.scoreKind").orElseThrow()).startsWith("out-of-fold");
        }
    }

    @Test
    void a_model_that_was_trained_on_a_gpu_says_so_and_others_are_as_they_were() throws IOException {
        try (Scorer scorer = Scorer.load(model("linear", "cpu.onnx"))) {
            assertThat(scorer.fact("thresher.device")).isEmpty();
        }
        device = Device.CUDA;
        try (Scorer scorer = Scorer.load(model("linear", "gpu.onnx"))) {
            assertThat(scorer.fact("thresher.device")).contains("cuda");
        }
    }

    @Test
    void the_version_is_that_of_the_build() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<version>%s</version>".formatted(Producer.VERSION));
    }

    private Path model(String family, String name) throws IOException {
        Configuration configuration = new Configuration(
                family, family.equals("linear") ? Map.of("encoding", "oneHot", "cost", 0.5) : Map.of());
        TrialSpec trial = new TrialSpec(
                "job", 3, PLAN, OBJECTIVE, 7, configuration, FoldRace.NONE, Optional.empty(), Duration.ofMinutes(1));
        Folds folds = new Splitter(PLAN.validation(), rows.target(), RowKeys.none(), SEED).folds();
        CrossValidation validation =
                new CrossValidation(new PreparedFolds(rows.features(), rows.target(), folds, SEED, 0), OBJECTIVE);
        Path file = folder.resolve(name);
        try (CrossValidated trained = validation
                .run(
                        new Pipeline(
                                RepairRecipe.NONE, Families.all().family(family).orElseThrow(), configuration),
                        SEED,
                        measurement -> true)
                .orElseThrow()) {
            TrialOutcome outcome = new ModelHandover(trial, schema, rows, device, new PeakMemory())
                    .write(trained, new HandedIn(file, folder.resolve("a.bin"), folder.resolve("b.bin")), () -> true);
            assertThat(outcome).isInstanceOf(TrialOutcome.Succeeded.class);
        }
        return file;
    }
}
