import io.thresher.data.DatasetSchema;
import io.thresher.data.Labelled;
import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.data.Task;
import io.thresher.data.files.DatasetFiles;
import io.thresher.data.files.IngestLimits;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.split.Folds;
import io.thresher.data.split.Validation;
import io.thresher.metric.Metric;
import io.thresher.model.TrainingSet;
import io.thresher.model.xgboost.XGBoostFamily;
import io.thresher.onnx.OnnxExport;
import io.thresher.onnx.Scorer;
import io.thresher.pipeline.FittedPipeline;
import io.thresher.pipeline.Pipeline;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.trial.CrossValidated;
import io.thresher.trial.CrossValidation;
import io.thresher.trial.DataPlan;
import io.thresher.trial.Objective;
import io.thresher.trial.PreparedFolds;
import io.thresher.trial.PreparedRows;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * What a trial of XGBoost costs beside the native calls that train it: loading, encoding, dealing out folds,
 * predictions, export and the comparison of the file with the members.
 *
 * <pre>
 * java -Xmx2g -cp "target/quarkus-app/app/*:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*" src/bench/java/TrialFigures.java [rows] [columns]
 * </pre>
 *
 * <p>CPU seconds of the one thread that does it all. The floor is the same rounds on the same features by update and
 * evaluation calls of XGBoost4J alone. The first trial loads the table and prepares its folds; later ones share them.
 */
public final class TrialFigures {
    private static final Seed SEED = new Seed(1);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final DataPlan PLAN =
            new DataPlan("generated", "target", RepairRecipe.NONE, new Validation.KFold(5), 0);
    private static final Objective OBJECTIVE = new Objective(Task.BINARY, Metric.ROC_AUC);
    private static final List<Map<String, Object>> CONFIGURATIONS = List.of(
            Map.of("maxDepth", 6L),
            Map.of("maxDepth", 6L, "learningRate", 0.2),
            Map.of("maxDepth", 4L, "learningRate", 0.15),
            Map.of("maxDepth", 8L, "learningRate", 0.1));

    private TrialFigures() {}

    public static void main(String[] arguments) throws IOException, XGBoostError {
        Locale.setDefault(Locale.ROOT);
        Logger.getLogger("ml.dmlc").setLevel(Level.OFF);
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int columns = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 30;
        Path folder = Files.createTempDirectory("thresher-trials");
        try {
            measure(folder, rows, columns);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void measure(Path folder, int rows, int columns) throws IOException, XGBoostError {
        DatasetSchema schema = generate(folder, rows, columns);
        System.out.printf(
                "|trial of XGBoost on %,d × %d|CPU s|native training, CPU s|overhead|%n|---|---|---|---|%n",
                rows, columns);
        trial(folder, schema, Map.of("rounds", 2L), null);
        long start = cpu();
        PreparedRows dealt = PreparedRows.read(
                folder.resolve("dataset").resolve(DatasetFiles.TABLE), schema, PLAN, Task.BINARY, SEED);
        long loading = cpu() - start;
        PreparedFolds folds = folds(dealt);
        for (Map<String, Object> configuration : CONFIGURATIONS) {
            long begin = cpu();
            int[] rounds = trial(folder, schema, configuration, new Loaded(dealt, folds));
            double spent = (cpu() - begin + loading) / 1e9;
            double floor = nativeSeconds(dealt, configuration, rounds);
            System.out.printf(
                    "|%s, rounds %s%s|%.2f|%.2f|%.1f %%|%n",
                    configuration,
                    Arrays.toString(rounds),
                    loading > 0 ? ", the first" : "",
                    spent,
                    floor,
                    100 * (spent / floor - 1));
            loading = 0;
        }
    }

    private record Loaded(PreparedRows dealt, PreparedFolds folds) {}

    private static PreparedFolds folds(PreparedRows dealt) {
        return new PreparedFolds(
                dealt.search().features(),
                dealt.search().target(),
                dealt.folds(),
                SEED,
                Runtime.getRuntime().maxMemory() / 6);
    }

    /** What a worker does for a trial; the rounds trained in each fold. */
    private static int[] trial(Path folder, DatasetSchema schema, Map<String, Object> configuration, Loaded loaded)
            throws IOException {
        Loaded rows = loaded;
        if (rows == null) {
            PreparedRows dealt = PreparedRows.read(
                    folder.resolve("dataset").resolve(DatasetFiles.TABLE), schema, PLAN, Task.BINARY, SEED);
            rows = new Loaded(dealt, folds(dealt));
        }
        int[] rounds = new int[rows.dealt().folds().count()];
        CrossValidation validation = new CrossValidation(rows.folds(), OBJECTIVE);
        try (CrossValidated trained = validation
                .run(pipeline(configuration), SEED, measurement -> {
                    rounds[measurement.fold()] = measurement.step();
                    return true;
                })
                .orElseThrow()) {
            Path model = folder.resolve("model.onnx");
            Labelled all = rows.dealt().search();
            OnnxExport.write(trained.model(), all.target().classes(), Map.of(), model);
            Table sample = all.features()
                    .take(IntStream.range(0, Math.min(1000, all.rows())).toArray());
            try (Scorer scorer = Scorer.load(model)) {
                scorer.predict(sample);
                scorer.predict(sample);
                for (FittedPipeline member : trained.model()) {
                    member.predict(sample);
                }
            }
        }
        return rounds;
    }

    private static Pipeline pipeline(Map<String, Object> configuration) {
        return new Pipeline(RepairRecipe.NONE, new XGBoostFamily(), new Configuration("xgboost", configuration));
    }

    /** CPU seconds of updates and evaluations alone. */
    private static double nativeSeconds(PreparedRows dealt, Map<String, Object> configuration, int[] rounds)
            throws XGBoostError {
        long spent = 0;
        Folds folds = dealt.folds();
        for (int fold = 0; fold < rounds.length; fold++) {
            TrainingSet set = pipeline(configuration)
                    .prepare(rows(dealt, folds.trainingRows(fold)), rows(dealt, folds.validationRows(fold)), SEED)
                    .rows();
            DMatrix training = matrix(set.features().values(), set.features().columns(), set.target());
            DMatrix validation =
                    matrix(set.validationFeatures().values(), set.features().columns(), set.validationTarget());
            Booster booster = XGBoost.train(
                    training,
                    parameters(configuration),
                    0,
                    Map.of("validation", validation),
                    null,
                    null,
                    null,
                    0,
                    null);
            DMatrix[] judged = {validation};
            String[] names = {"validation"};
            float[] losses = new float[1];
            long start = cpu();
            for (int round = 0; round < rounds[fold]; round++) {
                booster.update(training, round);
                booster.evalSet(judged, names, round, losses);
            }
            spent += cpu() - start;
            booster.dispose();
            training.dispose();
            validation.dispose();
        }
        return spent / 1e9;
    }

    private static Pipeline.Rows rows(PreparedRows dealt, int[] rows) {
        return new Pipeline.Rows(
                dealt.search().features().take(rows), dealt.search().target().take(rows));
    }

    private static DMatrix matrix(float[] features, int columns, Target target) throws XGBoostError {
        DMatrix matrix = new DMatrix(features, target.rows(), columns, Float.NaN);
        float[] labels = new float[target.rows()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = (float) target.value(row);
        }
        matrix.setLabel(labels);
        return matrix;
    }

    private static Map<String, Object> parameters(Map<String, Object> configuration) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("objective", "binary:logistic");
        parameters.put("eval_metric", "logloss");
        parameters.put("tree_method", "hist");
        parameters.put("nthread", 1);
        parameters.put("verbosity", 0);
        parameters.put("max_depth", configuration.get("maxDepth"));
        parameters.put("learning_rate", configuration.getOrDefault("learningRate", 0.1));
        return parameters;
    }

    /** Two of three columns are numbers, some of them missing; the others words of 4 to 400 levels. */
    private static DatasetSchema generate(Path folder, int rows, int columns) throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        Path csv = folder.resolve("generated.csv");
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(csv))) {
            out.println(String.join(
                    ",",
                    Stream.concat(IntStream.range(0, columns).mapToObj(i -> "c" + i), Stream.of("target"))
                            .toList()));
            for (int row = 0; row < rows; row++) {
                List<String> cells = new ArrayList<>();
                double sum = 0;
                for (int column = 0; column < columns; column++) {
                    if (column % 3 == 2) {
                        int level = random.nextInt(column % 2 == 0 ? 4 : 400);
                        sum += level % 3 == 0 ? 0.5 : -0.2;
                        cells.add("level " + level);
                    } else {
                        double value = random.nextDouble() * 100;
                        sum += column % 4 == 0 ? Math.sin(value / 10) : value / 500;
                        cells.add(random.nextInt(20) == 0 ? "" : Double.toString(Math.round(value * 100) / 100.0));
                    }
                }
                cells.add(sum + random.nextDouble() * 3 > columns / 8.0 ? "yes" : "no");
                out.println(String.join(",", cells));
            }
        }
        return DatasetFiles.ingest(csv, folder.resolve("dataset"), IngestLimits.DEFAULT);
    }

    private static long cpu() {
        return THREADS.getCurrentThreadCpuTime();
    }
}
