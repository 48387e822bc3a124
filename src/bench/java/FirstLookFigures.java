import io.thresher.data.DatasetSchema;
import io.thresher.data.Task;
import io.thresher.data.files.DatasetFiles;
import io.thresher.data.files.IngestLimits;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.split.Validation;
import io.thresher.metric.Metric;
import io.thresher.model.ModelFamily;
import io.thresher.pipeline.Pipeline;
import io.thresher.search.FirstLooks;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.trial.CrossValidated;
import io.thresher.trial.CrossValidation;
import io.thresher.trial.DataPlan;
import io.thresher.trial.Objective;
import io.thresher.trial.PreparedFolds;
import io.thresher.trial.PreparedRows;
import io.thresher.worker.process.Families;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a first look at a family costs on a large table of 30 columns and what it tells, beside a trial on all rows: CPU
 * seconds of the whole process, so that a busy machine disturbs little.
 *
 * <pre>
 * java -Xmx2g -cp "target/quarkus-app/app/*:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*" src/bench/java/FirstLookFigures.java \
 *     200000 baseline,linear,xgboost,extraTrees,neural
 * </pre>
 */
public final class FirstLookFigures {
    private static final Seed SEED = new Seed(7);
    private static final int NUMBERS = 24;
    private static final int WORDS = 5;

    private FirstLookFigures() {}

    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        int rows = Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("thresher-looks");
        Path csv = folder.resolve("large.csv");
        write(csv, rows);
        DatasetSchema schema = DatasetFiles.ingest(csv, folder.resolve("dataset"), IngestLimits.DEFAULT);
        Objective objective = new Objective(Task.BINARY, Metric.ROC_AUC);
        DataPlan plan = new DataPlan("large", "y", RepairRecipe.NONE, new Validation.Holdout(0.2), 0);
        double start = cpuSeconds();
        PreparedRows dealt = PreparedRows.read(
                folder.resolve("dataset").resolve(DatasetFiles.TABLE), schema, plan, Task.BINARY, SEED);
        System.out.printf("%,d rows are read and dealt out in %.1f CPU s%n", rows, cpuSeconds() - start);
        System.out.println("| family | a look: CPU s | AUC | all rows: CPU s | AUC |\n|---|---|---|---|---|");
        try (PreparedFolds folds = new PreparedFolds(
                dealt.search().features(), dealt.search().target(), dealt.folds(), SEED, 300L << 20)) {
            CrossValidation validation = new CrossValidation(folds, objective);
            for (String family : arguments[1].split(",", -1)) {
                System.out.printf(
                        "| %s |%s%s%n",
                        family,
                        trained(validation, family, Map.of(FirstLooks.PARAMETER, 10_000)),
                        trained(validation, family, Map.of()));
            }
        }
        try (Stream<Path> left = Files.walk(folder)) {
            for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static String trained(CrossValidation validation, String name, Map<String, Object> values) {
        ModelFamily family = Families.all().family(name).orElseThrow();
        double start = cpuSeconds();
        Pipeline pipeline = new Pipeline(RepairRecipe.NONE, family, new Configuration(name, values));
        try (CrossValidated trained =
                validation.run(pipeline, SEED, seen -> true).orElseThrow()) {
            return " %.1f | %.4f |".formatted(cpuSeconds() - start, trained.score());
        }
    }

    /** Two classes that hang on products, waves and words. */
    private static void write(Path csv, int rows) throws IOException {
        SplittableRandom random = SEED.random();
        try (BufferedWriter file = Files.newBufferedWriter(csv);
                PrintWriter out = new PrintWriter(file)) {
            IntStream.range(0, NUMBERS).forEach(i -> out.print("n" + i + ","));
            IntStream.range(0, WORDS).forEach(i -> out.print("w" + i + ","));
            out.println("y");
            for (int row = 0; row < rows; row++) {
                double[] x = random.doubles(NUMBERS, -2, 2).toArray();
                int[] words = random.ints(WORDS, 0, 8).toArray();
                double score = x[0]
                        + x[1] * x[2]
                        + Math.sin(2 * x[3])
                        + (x[4] > 0 ? x[5] : -x[6])
                        + 0.3 * (words[0] - 3.5) * x[7]
                        + (words[1] * 5 % 8 - 3.5) * 0.3;
                for (double number : x) {
                    out.print(Math.round(number * 1000) / 1000.0 + ",");
                }
                for (int word : words) {
                    out.print("v" + word + ",");
                }
                out.println(random.nextDouble() < 1 / (1 + Math.exp(-1.5 * score)) ? "yes" : "no");
            }
        }
    }

    private static double cpuSeconds() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }
}
