import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.thresher.data.DatasetSchema;
import io.thresher.data.Labelled;
import io.thresher.data.Table;
import io.thresher.data.Task;
import io.thresher.data.csv.PredictionInput;
import io.thresher.data.files.DatasetFiles;
import io.thresher.data.files.IngestLimits;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.split.Validation;
import io.thresher.metric.Predictions;
import io.thresher.model.TrainingFailure;
import io.thresher.onnx.OnnxExport;
import io.thresher.onnx.Scorer;
import io.thresher.pipeline.Pipeline;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.trial.CrossValidated;
import io.thresher.trial.CrossValidation;
import io.thresher.trial.DataPlan;
import io.thresher.trial.Objective;
import io.thresher.trial.PreparedFolds;
import io.thresher.trial.PreparedRows;
import io.thresher.worker.process.Families;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.LogManager;
import java.util.stream.Stream;

/**
 * What single configurations score: cross-validated in five folds, and on {@code test.csv} through the exported file, with
 * the seconds of the cross-validation and the size of the file. One thread.
 *
 * <pre>
 * java -Xmx3g -Dai.djl.pytorch.num_threads=1 -cp "target/quarkus-app/app/*:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*" \
 *     src/bench/java/ConfigurationFigures.java ../shared/data/dev/vehicle neural neural,depth=3,activation=silu
 * </pre>
 *
 * <p>A configuration is a family and what is not the family's default, with commas between.
 */
public final class ConfigurationFigures {
    private static final Seed SEED = new Seed(1);

    private final Path folder;
    private final PreparedRows rows;
    private final String target;
    private final Objective objective;
    private final PreparedFolds folds;

    private ConfigurationFigures(Path folder) throws IOException {
        this.folder = folder;
        JsonNode meta = new ObjectMapper().readTree(folder.resolve("meta.json").toFile());
        Path dataset = Files.createTempDirectory("configurations");
        DatasetSchema schema = DatasetFiles.ingest(folder.resolve("train.csv"), dataset, IngestLimits.DEFAULT);
        Task task = Task.valueOf(meta.get("task").asText().toUpperCase(Locale.ROOT));
        this.target = schema.names().get(meta.get("target_index").asInt());
        DataPlan plan = new DataPlan("d", target, RepairRecipe.NONE, new Validation.KFold(5), 0);
        this.rows = PreparedRows.read(dataset.resolve(DatasetFiles.TABLE), schema, plan, task, SEED);
        delete(dataset);
        Table features = rows.search().features();
        for (JsonNode id : meta.get("id_columns")) {
            features = features.without(id.asText());
        }
        Labelled search = rows.search().withFeatures(features);
        this.objective = Objective.of(task);
        this.folds = new PreparedFolds(search.features(), search.target(), rows.folds(), SEED, 256L << 20);
    }

    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        LogManager.getLogManager().reset();
        ConfigurationFigures bench = new ConfigurationFigures(Path.of(arguments[0]));
        System.out.println("| configuration | CV | test | s | KiB |\n|---|---|---|---|---|");
        for (String words : List.of(arguments).subList(1, arguments.length)) {
            bench.print(words, configuration(words));
        }
    }

    private void print(String words, Configuration configuration) throws IOException {
        Pipeline pipeline = new Pipeline(
                RepairRecipe.NONE, Families.all().family(configuration.family()).orElseThrow(), configuration);
        long start = System.nanoTime();
        Path file = Files.createTempFile("configuration", ".onnx");
        try (CrossValidated trained = new CrossValidation(folds, objective)
                .run(pipeline, SEED.fork("trial"), measurement -> true)
                .orElseThrow()) {
            double seconds = (System.nanoTime() - start) / 1e9;
            OnnxExport.write(trained.model(), rows.search().target().classes(), Map.of(), file);
            System.out.printf(
                    "| %s | %.5g | %.5g | %.1f | %d |%n",
                    words, trained.score(), test(file), seconds, Files.size(file) / 1024);
        } catch (TrainingFailure e) {
            System.out.printf("| %s | %s | | | |%n", words, e.getMessage());
        } finally {
            Files.delete(file);
        }
    }

    private double test(Path file) throws IOException {
        try (Scorer scorer = Scorer.load(file)) {
            PredictionInput input = new PredictionInput(
                    rows.schema(),
                    target,
                    List.copyOf(scorer.signature().inputs().keySet()));
            Predictions predicted = scorer.predict(input.read(folder.resolve("test.csv")));
            return objective.metric().score(truth(), predicted);
        }
    }

    private double[] truth() throws IOException {
        List<String> classes = rows.search().target().classes();
        return Files.readAllLines(folder.resolve("test_target.csv")).stream()
                .skip(1)
                .map(line -> line.replace("\"", ""))
                .mapToDouble(word -> classes.isEmpty() ? Double.parseDouble(word) : classes.indexOf(word))
                .toArray();
    }

    private static Configuration configuration(String words) {
        List<String> parts = new ArrayList<>(List.of(words.split(",")));
        String family = parts.remove(0);
        Map<String, Object> values = new LinkedHashMap<>();
        for (String part : parts) {
            String[] sides = part.split("=", 2);
            values.put(sides[0], value(sides[1]));
        }
        return new Configuration(family, values);
    }

    private static Object value(String word) {
        if (word.matches("-?\\d+")) {
            return Long.parseLong(word);
        }
        return word.matches("-?\\d*\\.\\d+") ? (Object) Double.parseDouble(word) : word;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
