import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.data.Task;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.split.Folds;
import io.thresher.data.split.RowKeys;
import io.thresher.data.split.Splitter;
import io.thresher.data.split.Validation;
import io.thresher.metric.Metric;
import io.thresher.model.ModelFamily;
import io.thresher.onnx.OnnxExport;
import io.thresher.onnx.OnnxMerge;
import io.thresher.onnx.Scorer;
import io.thresher.onnx.WeightedModel;
import io.thresher.pipeline.Pipeline;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.trial.CrossValidated;
import io.thresher.trial.CrossValidation;
import io.thresher.trial.Objective;
import io.thresher.trial.PreparedFolds;
import io.thresher.worker.process.Families;
import java.io.IOException;
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
 * How fast a model file predicts through one warm {@link Scorer}: single rows, and many at once beside XGBoost's own
 * predictor.
 *
 * <pre>
 * OMP_NUM_THREADS=2 OMP_WAIT_POLICY=PASSIVE java -Xmx3g -cp "target/quarkus-app/app/*:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*" \
 *     src/bench/java/ScoringFigures.java [numbers words ensemble wide]
 * </pre>
 *
 * <p>Wall-clock time: on a machine with something else to do, the best of the repetitions says most, and the ratio to the
 * native predictor more than the figure. Models are what a trial delivers: the average of five fold members of the
 * family's default configuration, trained on 10,000 × 30. The native predictor gets the same number of boosters with as
 * many rounds, and its features ready as one matrix.
 */
public final class ScoringFigures {
    private static final Seed SEED = new Seed(1);
    private static final int TRAINING_ROWS = 10_000;
    private static final int BATCH_ROWS = 40_000;
    private static final int COLUMNS = 30;
    private static final int FOLDS = 5;
    private static final List<String> CLASSES = List.of("no", "yes");
    private static final List<String> ENSEMBLE = List.of("xgboost", "extraTrees", "linear", "neural");

    private final Path folder;

    private ScoringFigures(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException, XGBoostError {
        Locale.setDefault(Locale.ROOT);
        Stream.of("ml.dmlc", "org.tribuo", "ai.djl")
                .forEach(name -> Logger.getLogger(name).setLevel(Level.OFF));
        List<String> wanted =
                arguments.length > 0 ? List.of(arguments) : List.of("numbers", "words", "ensemble", "wide");
        Path folder = Files.createTempDirectory("thresher-scoring");
        try {
            new ScoringFigures(folder).run(wanted);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void run(List<String> wanted) throws IOException, XGBoostError {
        System.out.println(
                "| model | one row p50, ms | p99, ms | rows/s | native on two threads, rows/s | rounds of the members |");
        System.out.println("|---|---|---|---|---|---|");
        if (wanted.contains("numbers")) {
            measure("xgboost, 30 numbers", trained("xgboost", 0), 0);
            measure("xgboost of 20 rounds, 30 numbers", brief(), 0);
        }
        if (wanted.contains("words")) {
            measure("xgboost, 20 numbers and 10 words", trained("xgboost", 10), 10);
        }
        if (wanted.contains("ensemble")) {
            List<WeightedModel> members = new ArrayList<>();
            for (String family : ENSEMBLE) {
                members.add(new WeightedModel(trained(family, 10).file(), 1.0 / ENSEMBLE.size()));
            }
            Path merged = folder.resolve("merged.onnx");
            OnnxMerge.write(members, 1.2, Map.of(), merged);
            measure(String.join(" + ", ENSEMBLE) + ", 20 numbers and 10 words", new Trained(merged, List.of()), 10);
        }
        if (wanted.contains("wide")) {
            System.out.printf("%n| numeric columns | file opened, ms | one row p50, ms | p99, ms | rows/s |%n");
            System.out.println("|---|---|---|---|---|");
            for (int columns : new int[] {30, 100, 300, 900, 2000}) {
                wide(columns);
            }
        }
    }

    /** A model file, and how many rounds each member has. */
    private record Trained(Path file, List<Integer> rounds) {}

    private record Labelled(Table features, Target target) {}

    private Trained trained(String name, int words) throws IOException {
        Labelled table = generate(TRAINING_ROWS, COLUMNS, words);
        Path file = folder.resolve(name + words + ".onnx");
        return new Trained(file, train(table, name, Map.of(), FOLDS, file));
    }

    /** A hundred trees in all. */
    private Trained brief() throws IOException {
        Path file = folder.resolve("brief.onnx");
        return new Trained(
                file, train(generate(TRAINING_ROWS, COLUMNS, 0), "xgboost", Map.of("rounds", 20L), FOLDS, file));
    }

    private static List<Integer> train(Labelled table, String name, Map<String, Object> values, int count, Path file)
            throws IOException {
        ModelFamily family = Families.all().family(name).orElseThrow();
        Folds folds = new Splitter(new Validation.KFold(count), table.target(), RowKeys.none(), SEED).folds();
        PreparedFolds prepared = new PreparedFolds(table.features(), table.target(), folds, SEED, 512L << 20);
        Integer[] rounds = new Integer[count];
        try (CrossValidated trained = new CrossValidation(prepared, new Objective(Task.BINARY, Metric.LOG_LOSS))
                .run(new Pipeline(RepairRecipe.NONE, family, new Configuration(name, values)), SEED, measurement -> {
                    rounds[measurement.fold()] = measurement.step();
                    return true;
                })
                .orElseThrow()) {
            OnnxExport.write(trained.model(), CLASSES, Map.of(), file);
        }
        return Stream.of(rounds).map(steps -> steps == null ? 0 : steps).toList();
    }

    private static void measure(String what, Trained trained, int words) throws XGBoostError {
        try (Scorer scorer = Scorer.load(trained.file())) {
            double[] single = single(scorer, COLUMNS, words);
            Table batch = generate(BATCH_ROWS, COLUMNS, words).features();
            double seconds = Double.POSITIVE_INFINITY;
            for (int run = 0; run < 3; run++) {
                long start = System.nanoTime();
                scorer.predict(batch);
                seconds = Math.min(seconds, (System.nanoTime() - start) / 1e9);
            }
            boolean nativeToo = words == 0 && !trained.rounds().isEmpty();
            System.out.printf(
                    "| %s | %.3f | %.3f | %,.0f | %s | %s |%n",
                    what,
                    single[single.length / 2],
                    single[single.length * 99 / 100],
                    BATCH_ROWS / seconds,
                    nativeToo ? "%,.0f".formatted(nativeRowsPerSecond(batch, trained.rounds())) : "",
                    trained.rounds());
        }
    }

    /** Milliseconds of single rows, in ascending order. */
    private static double[] single(Scorer scorer, int columns, int words) {
        int calls = columns > COLUMNS ? 300 : 2000;
        Table rows = generate(calls, columns, words).features();
        List<Table> singles = IntStream.range(0, calls)
                .mapToObj(row -> rows.take(new int[] {row}))
                .toList();
        double[] millis = new double[calls];
        for (int repeat = 0; repeat < 3; repeat++) {
            for (int call = 0; call < calls; call++) {
                long start = System.nanoTime();
                scorer.predict(singles.get(call));
                millis[call] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        return millis;
    }

    private static double nativeRowsPerSecond(Table batch, List<Integer> rounds) throws XGBoostError {
        Labelled training = generate(TRAINING_ROWS, COLUMNS, 0);
        DMatrix matrix = new DMatrix(values(training.features()), TRAINING_ROWS, COLUMNS, Float.NaN);
        float[] labels = new float[TRAINING_ROWS];
        for (int row = 0; row < TRAINING_ROWS; row++) {
            labels[row] = (float) training.target().value(row);
        }
        matrix.setLabel(labels);
        Map<String, Object> parameters = new HashMap<>(Map.of(
                "objective", "binary:logistic", "tree_method", "hist", "nthread", 2, "max_depth", 6, "eta", 0.1));
        List<Booster> boosters = new ArrayList<>();
        for (int count : rounds) {
            boosters.add(XGBoost.train(matrix, parameters, count, Map.of(), null, null));
        }
        float[] values = values(batch);
        double seconds = Double.POSITIVE_INFINITY;
        for (int run = 0; run < 3; run++) {
            long start = System.nanoTime();
            for (Booster booster : boosters) {
                booster.inplace_predict(
                        values,
                        batch.rows(),
                        COLUMNS,
                        Float.NaN,
                        new int[] {0, 0},
                        Booster.PredictionType.kValue,
                        null);
            }
            seconds = Math.min(seconds, (System.nanoTime() - start) / 1e9);
        }
        boosters.forEach(Booster::dispose);
        matrix.dispose();
        return batch.rows() / seconds;
    }

    private void wide(int columns) throws IOException {
        Path file = folder.resolve("wide" + columns + ".onnx");
        train(generate(400, columns, 0), "xgboost", Map.of("rounds", 20L), 2, file);
        long start = System.nanoTime();
        try (Scorer scorer = Scorer.load(file)) {
            double opened = (System.nanoTime() - start) / 1e6;
            double[] single = single(scorer, columns, 0);
            int rows = 2_000_000 / columns;
            Table batch = generate(rows, columns, 0).features();
            double seconds = Double.POSITIVE_INFINITY;
            for (int run = 0; run < 3; run++) {
                long begin = System.nanoTime();
                scorer.predict(batch);
                seconds = Math.min(seconds, (System.nanoTime() - begin) / 1e9);
            }
            System.out.printf(
                    "| %,d | %.1f | %.3f | %.3f | %,.0f |%n",
                    columns, opened, single[single.length / 2], single[single.length * 99 / 100], rows / seconds);
        }
    }

    private static float[] values(Table table) {
        float[] values = new float[table.rows() * table.columns().size()];
        int width = table.columns().size();
        for (int column = 0; column < width; column++) {
            NumberColumn numbers = (NumberColumn) table.columns().get(column);
            for (int row = 0; row < table.rows(); row++) {
                values[row * width + column] = numbers.value(row);
            }
        }
        return values;
    }

    /** Numbers, one in twenty missing, and words of 5 to 50 levels; a noisy sum of some decides the class. */
    private static Labelled generate(int rows, int columns, int words) {
        SplittableRandom random = new SplittableRandom(rows);
        double[] sums = new double[rows];
        List<Column> all = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            if (column < columns - words) {
                float[] values = new float[rows];
                for (int row = 0; row < rows; row++) {
                    values[row] = random.nextInt(20) == 0 ? Float.NaN : (float) random.nextGaussian();
                    sums[row] += Float.isNaN(values[row]) || column >= 10 ? 0 : Math.sin(2 * values[row]);
                }
                all.add(new NumberColumn("number " + column, values));
            } else {
                int levels = 5 * (1 + column % 10);
                List<String> cells = new ArrayList<>(rows);
                for (int row = 0; row < rows; row++) {
                    int level = random.nextInt(levels + 1);
                    cells.add(level == levels ? "" : "level " + level);
                    sums[row] += level % 4 == 0 ? 0.5 : -0.2;
                }
                all.add(CategoryColumn.of("word " + column, cells));
            }
        }
        double[] labels = new double[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = sums[row] + random.nextGaussian() > 0 ? 1 : 0;
        }
        return new Labelled(new Table(rows, all), Target.ofClasses(CLASSES, labels));
    }
}
