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
import io.thresher.metric.PredictionsFile;
import io.thresher.model.TrainingFailure;
import io.thresher.onnx.OnnxExport;
import io.thresher.onnx.Scorer;
import io.thresher.pipeline.Pipeline;
import io.thresher.search.EnsembleShares;
import io.thresher.search.Observation;
import io.thresher.search.Sampler;
import io.thresher.search.SearchStrategy;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.SearchSpace;
import io.thresher.space.SearchSpaceYaml;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Trials of a search on real tables, with what they predict out of fold and of rows that no trial saw, kept in files for
 * {@code StackingFigures}. The engine searches on one thread for so many seconds a table.
 *
 * <pre>
 * java -Xmx3g -cp "target/quarkus-app/app/*:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*" src/bench/java/StackingTrials.java \
 *     ../shared/data/dev target/stacking SECONDS HOLDOUT SEED DATASET,DATASET…
 * </pre>
 *
 * <p>Rows that no trial saw are those of {@code test.csv} and, with a HOLDOUT above 0, such a share of {@code train.csv},
 * drawn by SEED.
 */
public final class StackingTrials {
    /** Nets on one thread would leave no time for others. */
    private static final List<String> TOO_SLOW = List.of("neural", "baseline");

    private StackingTrials() {}

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        Stream.of("ml.dmlc", "org.tribuo", "ai.djl")
                .forEach(name -> Logger.getLogger(name).setLevel(Level.OFF));
        for (String dataset : arguments[5].split(",")) {
            Path folder = Path.of(arguments[0], dataset);
            Path to = Path.of(arguments[1], dataset + "-" + arguments[4]);
            search(
                    folder,
                    to,
                    Double.parseDouble(arguments[2]),
                    Double.parseDouble(arguments[3]),
                    new Seed(Long.parseLong(arguments[4])));
        }
    }

    private static void search(Path folder, Path to, double seconds, double holdout, Seed seed) throws IOException {
        JsonNode meta = new ObjectMapper().readTree(folder.resolve("meta.json").toFile());
        Path dataset = Files.createTempDirectory("stacking");
        DatasetSchema schema = DatasetFiles.ingest(folder.resolve("train.csv"), dataset, IngestLimits.DEFAULT);
        Task task = Task.valueOf(meta.get("task").asText().toUpperCase(Locale.ROOT));
        Objective objective = Objective.of(task);
        String target = schema.names().get(meta.get("target_index").asInt());
        DataPlan plan = new DataPlan("d", target, RepairRecipe.NONE, new Validation.KFold(5), holdout);
        PreparedRows rows = PreparedRows.read(dataset.resolve(DatasetFiles.TABLE), schema, plan, task, seed);
        delete(dataset);
        Table features = rows.search().features();
        for (JsonNode id : meta.get("id_columns")) {
            features = features.without(id.asText());
        }
        Labelled search = rows.search().withFeatures(features);
        PreparedFolds folds = new PreparedFolds(search.features(), search.target(), rows.folds(), seed, 256L << 20);
        SearchSpace space = new SearchSpace(
                "quick",
                SearchSpaceYaml.parse("default", Files.readString(Path.of("search-spaces", "default.yaml")))
                        .families()
                        .stream()
                        .filter(family -> !TOO_SLOW.contains(family.family()))
                        .toList());
        Sampler sampler = SearchStrategy.ENGINE.sampler(space, EnsembleShares.NONE, List.of(), seed.fork("sampler"));
        Files.createDirectories(to);
        List<Observation> history = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        List<String> classes = search.target().classes();
        double[] unseen = unseen(rows, folder, classes);
        write(search.target().values(), to.resolve("truth"));
        write(unseen, to.resolve("unseen"));
        Files.writeString(to.resolve("about"), objective.metric().word() + "\n" + String.join("\t", classes) + "\n");
        double start = now();
        for (int number = 0; now() - start < seconds; number++) {
            Configuration configuration =
                    sampler.suggest(number, history, List.of()).orElse(null);
            if (configuration == null) {
                break;
            }
            double began = now();
            double deadline = start + seconds;
            try (CrossValidated trained = new CrossValidation(folds, objective)
                    .run(
                            new Pipeline(
                                    RepairRecipe.NONE,
                                    Families.all()
                                            .family(configuration.family())
                                            .orElseThrow(),
                                    configuration),
                            seed.fork("trial", number),
                            measurement -> now() < deadline)
                    .orElse(null)) {
                if (trained == null) {
                    break;
                }
                double took = now() - began;
                double loss = objective.metric().loss(trained.score());
                history.add(new Observation(
                        number,
                        configuration,
                        OptionalDouble.of(loss),
                        trained.foldScores().stream()
                                .map(objective.metric()::loss)
                                .toList(),
                        false,
                        took));
                PredictionsFile.write(trained.outOfFold(), to.resolve(number + ".out-of-fold"));
                Predictions predicted = predicted(trained, rows, plan, folder, classes);
                PredictionsFile.write(predicted, to.resolve(number + ".unseen"));
                lines.add("%d\t%s\t%.6f\t%.6f"
                        .formatted(
                                number,
                                configuration.family(),
                                trained.score(),
                                objective.metric().score(unseen, predicted)));
            } catch (TrainingFailure e) {
                history.add(Observation.failed(number, configuration, now() - began));
            }
        }
        Files.write(to.resolve("trials"), lines);
        System.out.println(to + ": " + lines.size() + " trials");
    }

    private static Predictions predicted(
            CrossValidated trained, PreparedRows rows, DataPlan plan, Path folder, List<String> classes)
            throws IOException {
        Path file = Files.createTempFile("stacking", ".onnx");
        OnnxExport.write(trained.model(), classes, Map.of(), file);
        try (Scorer scorer = Scorer.load(file)) {
            PredictionInput reader = new PredictionInput(
                    rows.schema(),
                    plan.target(),
                    List.copyOf(scorer.signature().inputs().keySet()));
            Predictions test = scorer.predict(reader.read(folder.resolve("test.csv")));
            if (plan.holdout() == 0) {
                return test;
            }
            Predictions held = scorer.predict(rows.holdout().features());
            float[] all = java.util.Arrays.copyOf(test.values(), test.values().length + held.values().length);
            System.arraycopy(held.values(), 0, all, test.values().length, held.values().length);
            return new Predictions(test.rows() + held.rows(), test.width(), all);
        } finally {
            Files.delete(file);
        }
    }

    private static double[] unseen(PreparedRows rows, Path folder, List<String> classes) throws IOException {
        double[] test = Files.readAllLines(folder.resolve("test_target.csv")).stream()
                .skip(1)
                .map(line -> line.replace("\"", ""))
                .mapToDouble(word -> classes.isEmpty() ? Double.parseDouble(word) : label(classes, word))
                .toArray();
        double[] held = rows.holdout().target().values();
        double[] all = java.util.Arrays.copyOf(test, test.length + held.length);
        System.arraycopy(held, 0, all, test.length, held.length);
        return all;
    }

    private static double label(List<String> classes, String word) {
        int found = classes.indexOf(word);
        for (int i = 0; found < 0 && i < classes.size(); i++) {
            found = Double.parseDouble(classes.get(i)) == Double.parseDouble(word) ? i : -1;
        }
        return found;
    }

    private static void write(double[] values, Path file) throws IOException {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        PredictionsFile.write(new Predictions(floats.length, 1, floats), file);
    }

    private static double now() {
        return System.nanoTime() / 1e9;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
