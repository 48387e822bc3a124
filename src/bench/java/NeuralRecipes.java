import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.thresher.data.DatasetSchema;
import io.thresher.data.Labelled;
import io.thresher.data.Table;
import io.thresher.data.Task;
import io.thresher.data.files.DatasetFiles;
import io.thresher.data.files.IngestLimits;
import io.thresher.data.files.TableReader;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.split.RowKeys;
import io.thresher.data.split.Split;
import io.thresher.data.split.Splitter;
import io.thresher.data.split.Validation;
import io.thresher.metric.Metric;
import io.thresher.model.ModelFamily;
import io.thresher.model.TrainingFailure;
import io.thresher.model.TrainingProgress;
import io.thresher.pipeline.FittedPipeline;
import io.thresher.pipeline.Pipeline;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.worker.process.Families;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * What configurations reach on real tables, and at what cost: each is compared with the first over tables and seeds.
 *
 * <pre>
 * java -Xmx3g -cp "target/quarkus-app/app/*:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*" src/bench/java/NeuralRecipes.java \
 *     ../shared/data/dev credit_g,vehicle 3 "" "backbone=tabm;epochs=20" "family=xgboost"
 * </pre>
 *
 * <p>Arguments: folder of the tables, names of tables, number of seeds, configurations (of the family {@code neural}
 * unless they name one). For each seed a quarter of the training rows judges, a fifth of the others decides when
 * training stops, the rest (at most 12,000 rows) trains. A configuration's figures: mean score and CPU seconds a table;
 * last, the mean of log(error / error of the first configuration) with its standard error, where the error of an AUC is
 * what it lacks to 1, and the ratio of CPU seconds.
 */
final class NeuralRecipes {
    private static final int MOST_ROWS = 12_000;

    private NeuralRecipes() {}

    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        Logger.getLogger("").setLevel(Level.WARNING);
        List<String> tables = List.of(arguments[1].split(","));
        int seeds = Integer.parseInt(arguments[2]);
        List<String> variants = List.of(arguments).subList(3, arguments.length);
        List<List<Double>> differences = variants.stream()
                .map(each -> (List<Double>) new ArrayList<Double>())
                .toList();
        double[] logCosts = new double[variants.size()];
        for (String name : tables) {
            RealTable table = RealTable.read(Path.of(arguments[0], name));
            Run[][] runs = new Run[variants.size()][seeds];
            for (int seed = 0; seed < seeds; seed++) {
                for (int i = 0; i < variants.size(); i++) {
                    runs[i][seed] = table.run(variants.get(i), new Seed(100 + seed));
                }
            }
            StringBuilder line = new StringBuilder(String.format("%-20s", name));
            for (int i = 0; i < variants.size(); i++) {
                double cpu = mean(runs[i], Run::cpuSeconds);
                line.append(String.format(" | %9.4f %6.2f s", mean(runs[i], Run::score), cpu));
                for (int seed = 0; seed < seeds; seed++) {
                    differences.get(i).add(Math.log(runs[i][seed].error() / runs[0][seed].error()));
                }
                logCosts[i] += Math.log(cpu / mean(runs[0], Run::cpuSeconds)) / tables.size();
            }
            System.out.println(line);
        }
        for (int i = 0; i < variants.size(); i++) {
            double mean = differences.get(i).stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElse(0);
            double squares = differences.get(i).stream()
                    .mapToDouble(each -> (each - mean) * (each - mean))
                    .sum();
            int count = differences.get(i).size();
            System.out.printf(
                    "error %+.2f %% (± %.2f), CPU × %.2f: %s%n",
                    100 * mean,
                    100 * Math.sqrt(squares / Math.max(1, count - 1) / count),
                    Math.exp(logCosts[i]),
                    variants.get(i).isEmpty() ? "defaults" : variants.get(i));
        }
    }

    private record Run(double score, double error, double cpuSeconds) {}

    private static double mean(Run[] runs, java.util.function.ToDoubleFunction<Run> figure) {
        return Arrays.stream(runs).mapToDouble(figure).average().orElse(Double.NaN);
    }

    private record RealTable(Labelled rows, Metric metric) {

        static RealTable read(Path folder) throws IOException {
            JsonNode meta =
                    new ObjectMapper().readTree(folder.resolve("meta.json").toFile());
            Path dataset = Files.createTempDirectory("recipes");
            try {
                DatasetSchema schema = DatasetFiles.ingest(folder.resolve("train.csv"), dataset, IngestLimits.DEFAULT);
                String target = schema.names().get(meta.get("target_index").asInt());
                Task task = Task.valueOf(meta.get("task").asText().toUpperCase(Locale.ROOT));
                Labelled rows = TableReader.labelled(dataset.resolve(DatasetFiles.TABLE), schema, target, task);
                Table features = rows.features();
                for (JsonNode id : meta.get("id_columns")) {
                    features = features.without(id.asText());
                }
                Metric metric =
                        task == Task.BINARY ? Metric.ROC_AUC : task == Task.REGRESSION ? Metric.RMSE : Metric.LOG_LOSS;
                return new RealTable(rows.withFeatures(features), metric);
            } finally {
                try (Stream<Path> files = Files.walk(dataset)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }

        Run run(String variant, Seed seed) {
            Split judging = splitter(rows, seed).holdout(0.25);
            Labelled learning = rows.take(judging.trainingRows());
            Split stopping = splitter(learning, seed.fork("stopping")).holdout(0.2);
            int[] training =
                    Arrays.copyOf(stopping.trainingRows(), Math.min(MOST_ROWS, stopping.trainingRows().length));
            Map<String, Object> parameters = parameters(variant);
            String name = String.valueOf(parameters.getOrDefault("family", "neural"));
            parameters.remove("family");
            ModelFamily family = Families.all().family(name).orElseThrow();
            Pipeline pipeline = new Pipeline(RepairRecipe.NONE, family, new Configuration(name, parameters));
            Labelled judged = rows.take(judging.validationRows());
            long start = cpuNanos();
            try (FittedPipeline fitted = pipeline.fit(
                    of(learning.take(training)),
                    of(learning.take(stopping.validationRows())),
                    seed,
                    TrainingProgress.UNOBSERVED)) {
                double seconds = (cpuNanos() - start) / 1e9;
                double score = metric.score(judged.target().values(), fitted.predict(judged.features()));
                return new Run(score, metric == Metric.ROC_AUC ? 1 - score : score, seconds);
            } catch (TrainingFailure e) {
                System.out.println(variant + ": " + e.getMessage());
                return new Run(Double.NaN, Double.NaN, (cpuNanos() - start) / 1e9);
            }
        }

        private static Splitter splitter(Labelled rows, Seed seed) {
            return new Splitter(new Validation.KFold(4), rows.target(), RowKeys.none(), seed);
        }

        private static Pipeline.Rows of(Labelled rows) {
            return new Pipeline.Rows(rows.features(), rows.target());
        }
    }

    private static Map<String, Object> parameters(String variant) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        Arrays.stream(variant.split(";")).filter(pair -> pair.contains("=")).forEach(pair -> {
            String name = pair.substring(0, pair.indexOf('='));
            String value = pair.substring(pair.indexOf('=') + 1);
            parameters.put(name, value(value));
        });
        return parameters;
    }

    private static Object value(String word) {
        if (word.matches("-?[0-9]+")) {
            return Long.valueOf(word);
        }
        return word.matches("-?[0-9.]+(e-?[0-9]+)?") ? (Object) Double.valueOf(word) : word;
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
