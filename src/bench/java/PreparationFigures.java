import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.DatasetSchema;
import io.thresher.data.Labelled;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.Target;
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
import io.thresher.model.FeatureDemand;
import io.thresher.model.ModelFamily;
import io.thresher.model.TrainingProgress;
import io.thresher.model.neural.MlpFamily;
import io.thresher.model.tribuo.LinearFamily;
import io.thresher.model.xgboost.XGBoostFamily;
import io.thresher.pipeline.FittedPipeline;
import io.thresher.pipeline.Pipeline;
import io.thresher.pipeline.Preparation;
import io.thresher.pipeline.PreparationRecipe;
import io.thresher.pipeline.PreparedTraining;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * What preparations are worth and cost. With {@code cost} as the only argument: CPU seconds of preparing generated
 * tables. Otherwise: folder of the real tables, names of tables, families and variants (each list with commas between),
 * a variant being parameters such as {@code scaling=robust;clip=5}; one line a table and family with the score of each
 * variant on a quarter of the training rows, which also decides when training stops.
 */
final class PreparationFigures {
    private static final Seed SEED = new Seed(7);

    public static void main(String[] args) throws Exception {
        if (args[0].equals("cost")) {
            cost();
            return;
        }
        List<String> variants = List.of(args[3].split(","));
        System.out.println("table family | " + String.join(" | ", variants));
        for (String name : args[1].split(",")) {
            Scores scores = Scores.of(Path.of(args[0], name));
            for (String family : args[2].split(",")) {
                StringBuilder line = new StringBuilder(name + " " + family);
                for (String variant : variants) {
                    long start = cpuNanos();
                    double score = scores.of(family(family), parameters(family, variant));
                    line.append(String.format(Locale.ROOT, " | %.4f (%.1f s)", score, (cpuNanos() - start) / 1e9));
                }
                System.out.println(line);
            }
        }
    }

    private static void cost() {
        for (int[] shape : new int[][] {{100_000, 30}, {5_000, 856}, {100_000, 100}}) {
            Table table = generated(shape[0], shape[1]);
            double[] labels = new SplittableRandom(2)
                    .ints(shape[0], 0, 2)
                    .asDoubleStream()
                    .toArray();
            Target target = Target.ofClasses(List.of("n", "y"), labels);
            for (String variant :
                    List.of("", "scaling=robust", "scaling=quantile", "transform=yeoJohnson", "transform=log")) {
                for (boolean scaled : new boolean[] {false, true}) {
                    if (!scaled && !variant.isEmpty()) {
                        continue;
                    }
                    PreparationRecipe recipe = PreparationRecipe.of(
                            new Configuration("any", parameters("any", variant)), new FeatureDemand(!scaled, scaled));
                    double fit = Double.MAX_VALUE;
                    double apply = Double.MAX_VALUE;
                    for (int run = 0; run < 4; run++) {
                        long start = cpuNanos();
                        PreparedTraining prepared = Preparation.fit(table, target, recipe, SEED);
                        long middle = cpuNanos();
                        prepared.preparation().apply(table);
                        fit = Math.min(fit, (middle - start) / 1e9);
                        apply = Math.min(apply, (cpuNanos() - middle) / 1e9);
                    }
                    System.out.printf(
                            Locale.ROOT,
                            "%d × %d, scaled %s, %s: fit and features %.3f s, features alone %.3f s%n",
                            shape[0],
                            shape[1],
                            scaled,
                            variant.isEmpty() ? "defaults" : variant,
                            fit,
                            apply);
                }
            }
        }
    }

    /** A fifth words (of 5 to 5,000 levels), the others numbers, of which every third is mostly zero. */
    private static Table generated(int rows, int columns) {
        SplittableRandom random = new SplittableRandom(1);
        List<Column> all = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            if (i % 5 == 0 && columns < 200) {
                int levels = i % 10 == 0 ? 5 : 5000;
                List<String> words = new ArrayList<>();
                for (int row = 0; row < rows; row++) {
                    words.add("level " + random.nextInt(levels));
                }
                all.add(CategoryColumn.of("w" + i, words));
                continue;
            }
            float[] values = new float[rows];
            for (int row = 0; row < rows; row++) {
                boolean zero = (i % 3 == 0 || columns >= 200) && random.nextInt(10) > 0;
                values[row] = zero ? 0 : (float) -Math.log(random.nextDouble());
            }
            all.add(new NumberColumn("n" + i, values));
        }
        return new Table(rows, all);
    }

    private record Scores(Labelled rows, Split split, Metric metric) {
        static Scores of(Path folder) throws Exception {
            JsonNode meta =
                    new ObjectMapper().readTree(folder.resolve("meta.json").toFile());
            Path dataset = Files.createTempDirectory("preparation");
            DatasetSchema schema = DatasetFiles.ingest(folder.resolve("train.csv"), dataset, IngestLimits.DEFAULT);
            String target = schema.names().get(meta.get("target_index").asInt());
            Task task = Task.valueOf(meta.get("task").asText().toUpperCase(Locale.ROOT));
            Labelled rows = TableReader.labelled(dataset.resolve(DatasetFiles.TABLE), schema, target, task);
            Table features = rows.features();
            for (JsonNode id : meta.get("id_columns")) {
                features = features.without(id.asText());
            }
            Splitter splitter = new Splitter(new Validation.KFold(4), rows.target(), RowKeys.none(), SEED);
            Metric metric =
                    task == Task.BINARY ? Metric.ROC_AUC : task == Task.REGRESSION ? Metric.RMSE : Metric.LOG_LOSS;
            try (Stream<Path> files = Files.list(dataset)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(dataset);
            return new Scores(rows.withFeatures(features), splitter.holdout(0.25), metric);
        }

        double of(ModelFamily family, Map<String, Object> parameters) {
            Pipeline pipeline = new Pipeline(RepairRecipe.NONE, family, new Configuration(family.name(), parameters));
            Pipeline.Rows training = rows(split.trainingRows());
            Pipeline.Rows judging = rows(split.validationRows());
            try (FittedPipeline fitted = pipeline.fit(training, judging, SEED, TrainingProgress.UNOBSERVED)) {
                return metric.score(judging.target().values(), fitted.predict(judging.table()));
            }
        }

        private Pipeline.Rows rows(int[] taken) {
            return new Pipeline.Rows(rows.features().take(taken), rows.target().take(taken));
        }
    }

    private static ModelFamily family(String name) {
        return switch (name) {
            case "linear" -> new LinearFamily();
            case "xgboost" -> new XGBoostFamily();
            default -> new MlpFamily();
        };
    }

    /** The variant, and fewer epochs of a net than it would have, since there are many. */
    private static Map<String, Object> parameters(String family, String variant) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (family.equals("neural")) {
            parameters.put("epochs", 12);
        }
        Arrays.stream(variant.split(";")).filter(pair -> pair.contains("=")).forEach(pair -> {
            String[] both = pair.split("=");
            boolean number = Character.isDigit(both[1].charAt(0));
            parameters.put(both[0], number ? (Object) Integer.valueOf(both[1]) : both[1]);
        });
        return parameters;
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
