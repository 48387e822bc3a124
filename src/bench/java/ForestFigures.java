import io.thresher.data.Target;
import io.thresher.data.Task;
import io.thresher.metric.Metric;
import io.thresher.metric.Predictions;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.ModelFamily;
import io.thresher.model.TrainingProgress;
import io.thresher.model.TrainingSet;
import io.thresher.model.forest.ExtraTreesFamily;
import io.thresher.model.forest.RandomForestFamily;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;

/**
 * CPU seconds and scores of forests of 500 trees on 10,000 × 30 generated rows, beside XGBoost's forest mode: 500
 * parallel trees in one round, on the same share of features at each split, its depth limited as far as it must be.
 *
 * <pre>
 * java -cp "target/quarkus-app/app/*:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*" src/bench/java/ForestFigures.java [rows] [trees]
 * </pre>
 *
 * <p>Everything runs on one thread, each training twice, of which the second counts. Features are standard normal, the
 * outcome is a sum of products, steps and waves of ten of them and noise.
 */
public final class ForestFigures {
    private static final int FEATURES = 30;
    private static final Seed SEED = new Seed(7);
    private static final int CLASSES = 5;
    /** Deep enough for the trees of the tables here, and what XGBoost bears: its memory doubles with each level. */
    private static final int XGBOOST_DEPTH = 16;

    private final int rows;
    private final int trees;

    private ForestFigures(int rows, int trees) {
        this.rows = rows;
        this.trees = trees;
    }

    private record Rows(FeatureMatrix features, Target target) {}

    @FunctionalInterface
    private interface Trained {
        Predictions predict() throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        int trees = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 500;
        new ForestFigures(rows, trees).run();
    }

    private void run() throws Exception {
        System.out.printf("%d rows × %d features, %d trees, one thread%n", rows, FEATURES, trees);
        System.out.println("| outcome | model | depth | CPU s | score |%n|---|---|---|---|---|".formatted());
        for (Task task : List.of(Task.BINARY, Task.MULTICLASS, Task.REGRESSION)) {
            Rows training = rows(task, rows, "training");
            Rows test = rows(task, rows, "test");
            Metric metric = task.isClassification() ? Metric.LOG_LOSS : Metric.RMSE;
            for (ModelFamily family : List.of(new RandomForestFamily(), new ExtraTreesFamily())) {
                for (int depth : new int[] {Integer.MAX_VALUE, XGBOOST_DEPTH}) {
                    String words = depth == XGBOOST_DEPTH ? "" + depth : "none";
                    row(task, family.name(), words, metric, test, () -> forest(family, depth, training, test));
                }
            }
            row(task, "XGBoost forest", "" + XGBOOST_DEPTH, metric, test, () -> xgboost(task, training, test));
        }
    }

    private static void row(Task task, String model, String depth, Metric metric, Rows test, Trained trained)
            throws Exception {
        trained.predict();
        double start = cpuSeconds();
        Predictions predictions = trained.predict();
        double seconds = cpuSeconds() - start;
        System.out.printf(
                "| %s | %s | %s | %.2f | %s %.4f |%n",
                task.word(),
                model,
                depth,
                seconds,
                metric.word(),
                metric.score(test.target().values(), predictions));
    }

    private Predictions forest(ModelFamily family, int depth, Rows training, Rows test) {
        Map<String, Object> values = new HashMap<>(Map.of("trees", trees, "maxNodes", Integer.MAX_VALUE));
        values.put("maxDepth", depth);
        FeatureMatrix few = first(training.features(), 10);
        TrainingSet set = new TrainingSet(
                training.features(),
                training.target(),
                few,
                training.target().take(IntStream.range(0, 10).toArray()));
        return family.fit(set, new Configuration(family.name(), values), SEED, TrainingProgress.UNOBSERVED)
                .predict(test.features());
    }

    private Predictions xgboost(Task task, Rows training, Rows test) throws Exception {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("num_parallel_tree", trees);
        parameters.put("subsample", 0.632);
        parameters.put("colsample_bynode", task.isClassification() ? 1 / Math.sqrt(FEATURES) : 0.5);
        parameters.put("max_depth", XGBOOST_DEPTH);
        parameters.put("min_child_weight", 1e-3);
        parameters.put("learning_rate", 1);
        parameters.put("reg_lambda", 1e-3);
        parameters.put("tree_method", "hist");
        parameters.put("nthread", 1);
        parameters.put("seed", 7);
        // Squared errors of 0/1 outcomes: what a leaf holds are class shares, as in a forest.
        parameters.put("objective", "reg:squarederror");
        if (task != Task.MULTICLASS) {
            float[] found = round(parameters, training, test, training.target().values());
            return task == Task.BINARY ? shares(found) : new Predictions(found.length, 1, found);
        }
        float[] all = new float[rows * CLASSES];
        for (int label = 0; label < CLASSES; label++) {
            int wanted = label;
            double[] isLabel = IntStream.range(0, rows)
                    .mapToDouble(row -> training.target().value(row) == wanted ? 1 : 0)
                    .toArray();
            float[] found = round(parameters, training, test, isLabel);
            for (int row = 0; row < rows; row++) {
                all[row * CLASSES + label] = Math.max(1e-4f, found[row]);
            }
        }
        return new Predictions(rows, CLASSES, all);
    }

    private static Predictions shares(float[] second) {
        float[] both = new float[2 * second.length];
        for (int row = 0; row < second.length; row++) {
            both[2 * row + 1] = Math.min(1 - 1e-4f, Math.max(1e-4f, second[row]));
            both[2 * row] = 1 - both[2 * row + 1];
        }
        return new Predictions(second.length, 2, both);
    }

    private static float[] round(Map<String, Object> parameters, Rows training, Rows test, double[] labels)
            throws Exception {
        DMatrix matrix =
                new DMatrix(training.features().values(), training.features().rows(), FEATURES, Float.NaN);
        float[] narrow = new float[labels.length];
        for (int row = 0; row < narrow.length; row++) {
            narrow[row] = (float) labels[row];
        }
        matrix.setLabel(narrow);
        Booster booster = XGBoost.train(matrix, parameters, 1, Map.of(), null, null);
        DMatrix asked = new DMatrix(test.features().values(), test.features().rows(), FEATURES, Float.NaN);
        float[][] found = booster.predict(asked);
        float[] flat = new float[found.length];
        for (int row = 0; row < flat.length; row++) {
            flat[row] = found[row][0];
        }
        booster.dispose();
        matrix.dispose();
        asked.dispose();
        return flat;
    }

    private static FeatureMatrix first(FeatureMatrix features, int count) {
        float[] values = new float[count * FEATURES];
        System.arraycopy(features.values(), 0, values, 0, values.length);
        return new FeatureMatrix(features.names(), count, values);
    }

    private static Rows rows(Task task, int rows, String part) {
        SplittableRandom random = SEED.fork(part).random();
        float[] values = new float[rows * FEATURES];
        double[] targets = new double[rows];
        for (int row = 0; row < rows; row++) {
            double[] x = new double[FEATURES];
            for (int column = 0; column < FEATURES; column++) {
                x[column] = normal(random);
                values[row * FEATURES + column] = (float) x[column];
            }
            double signal = x[0] * x[1]
                    + (x[2] > 0.5 ? 1 : 0)
                    + Math.sin(2 * x[3])
                    + 0.5 * x[4]
                    - 0.5 * x[5] * x[6]
                    + (x[7] > 0 && x[8] > 0 ? 1 : 0)
                    + 0.3 * x[9]
                    + 0.7 * normal(random);
            targets[row] = switch (task) {
                case BINARY -> signal > 0.5 ? 1 : 0;
                case MULTICLASS -> Math.min(CLASSES - 1, Math.max(0, Math.floor(signal + 2)));
                case REGRESSION -> signal;
            };
        }
        List<String> names = new ArrayList<>();
        for (int column = 0; column < FEATURES; column++) {
            names.add("x" + column);
        }
        Target target = switch (task) {
            case BINARY -> Target.ofClasses(List.of("no", "yes"), targets);
            case MULTICLASS -> Target.ofClasses(List.of("a", "b", "c", "d", "e"), targets);
            case REGRESSION -> Target.ofNumbers(targets);
        };
        return new Rows(new FeatureMatrix(names, rows, values), target);
    }

    private static double normal(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    private static double cpuSeconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }
}
