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
import io.thresher.metric.Direction;
import io.thresher.metric.Metric;
import io.thresher.metric.Predictions;
import io.thresher.model.ModelCatalog;
import io.thresher.model.ModelFamily;
import io.thresher.model.TrainingFailure;
import io.thresher.onnx.OnnxExport;
import io.thresher.onnx.Scorer;
import io.thresher.pipeline.Pipeline;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.FamilySpace;
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
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What each family reaches alone, and which of them an ensemble of all takes in.
 *
 * <pre>
 * java -Xmx3g -cp "target/quarkus-app/app/*:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*" src/bench/java/FamilyFigures.java \
 *     --data ../shared/data/dev --families linear,kernel --datasets titanic,vehicle --seconds 60 --threads 1 \
 *     --results families.tsv
 * java … src/bench/java/FamilyFigures.java --table families.tsv
 * </pre>
 *
 * <p>Each family is searched by itself for so many seconds of wall time: its default first, then configurations drawn at
 * random from {@code search-spaces/default.yaml} (or {@code --space FILE}), cross-validated on 5 folds of {@code
 * train.csv}. The best by cross-validation is exported, its fold members averaged, and the file scores {@code test.csv}.
 * {@code --threads} runs so many families at once, each on one thread. Beside them stands XGBoost with its defaults.
 * Then the out-of-fold predictions of all trials of a dataset go through greedy selection with replacement (Caruana et
 * al. 2004), and the weights are added up a family; families of one run compete, so run them together for that.
 *
 * <p>Results are lines of tabs that are added to a file, so that a long run can be done in parts; {@code --table} prints
 * what a file holds, the last line of each dataset and family.
 */
public final class FamilyFigures {
    private static final Seed SEED = new Seed(11);
    private static final List<String> NOT_PLAIN = List.of("sms_spam");
    private static final String DEFAULT_XGBOOST = "xgboost, default";
    /** Members of an ensemble, counted with repetition. */
    private static final int MOST_MEMBERS = 40;

    private static final ModelCatalog CATALOG = Families.all();

    private FamilyFigures() {}

    /** What came of a trial; {@code outOfFold} only where it succeeded. */
    private record Trial(String family, double score, Predictions outOfFold) {}

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        Stream.of("ml.dmlc", "org.tribuo", "ai.djl")
                .forEach(name -> Logger.getLogger(name).setLevel(Level.OFF));
        Map<String, String> options = options(arguments);
        if (options.containsKey("table")) {
            System.out.print(table(Files.readAllLines(Path.of(options.get("table")))));
            return;
        }
        Path data = Path.of(options.getOrDefault("data", "../shared/data/dev"));
        Path space = Path.of(options.getOrDefault("space", "search-spaces/default.yaml"));
        List<FamilySpace> spaces = SearchSpaceYaml.parse(space.toString(), Files.readString(space)).families().stream()
                .filter(family -> !options.containsKey("families")
                        || List.of(options.get("families").split(",")).contains(family.family()))
                .toList();
        Path results = Path.of(options.getOrDefault("results", "families.tsv"));
        double seconds = Double.parseDouble(options.getOrDefault("seconds", "60"));
        int threads = Integer.parseInt(options.getOrDefault("threads", "1"));
        for (Path folder : datasets(data, options)) {
            List<String> lines = new Run(folder, seconds, threads).search(spaces);
            lines.forEach(System.out::println);
            Files.write(results, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        System.out.print(table(Files.readAllLines(results)));
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            if (!arguments[i].startsWith("--")) {
                throw new IllegalArgumentException("expected an option, got " + arguments[i]);
            }
            options.put(arguments[i].substring(2), arguments[i + 1]);
        }
        return options;
    }

    private static List<Path> datasets(Path data, Map<String, String> options) throws IOException {
        if (options.containsKey("datasets")) {
            return Arrays.stream(options.get("datasets").split(","))
                    .map(data::resolve)
                    .toList();
        }
        try (Stream<Path> folders = Files.list(data)) {
            List<Path> plain = new ArrayList<>();
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                JsonNode meta =
                        new ObjectMapper().readTree(folder.resolve("meta.json").toFile());
                if (meta.get("core").asBoolean()
                        && !NOT_PLAIN.contains(folder.getFileName().toString())) {
                    plain.add(folder);
                }
            }
            return plain;
        }
    }

    /** One dataset, read once. */
    private static final class Run {
        private final String name;
        private final Path folder;
        private final double seconds;
        private final int threads;
        private final Objective objective;
        private final PreparedRows rows;
        private final DataPlan plan;

        Run(Path folder, double seconds, int threads) throws IOException {
            this.folder = folder;
            this.name = folder.getFileName().toString();
            this.seconds = seconds;
            this.threads = threads;
            JsonNode meta =
                    new ObjectMapper().readTree(folder.resolve("meta.json").toFile());
            Path dataset = Files.createTempDirectory("families");
            DatasetSchema schema = DatasetFiles.ingest(folder.resolve("train.csv"), dataset, IngestLimits.DEFAULT);
            Task task = Task.valueOf(meta.get("task").asText().toUpperCase(Locale.ROOT));
            this.objective = Objective.of(task);
            String target = schema.names().get(meta.get("target_index").asInt());
            this.plan = new DataPlan(name, target, RepairRecipe.NONE, new Validation.KFold(5), 0);
            PreparedRows read = PreparedRows.read(dataset.resolve(DatasetFiles.TABLE), schema, plan, task, SEED);
            Table features = read.search().features();
            for (JsonNode id : meta.get("id_columns")) {
                features = features.without(id.asText());
            }
            this.rows = new PreparedRows(schema, read.search().withFeatures(features), read.holdout(), read.folds());
            delete(dataset);
        }

        List<String> search(List<FamilySpace> spaces) throws InterruptedException, ExecutionException {
            List<String> lines = new ArrayList<>();
            List<Trial> all = new ArrayList<>();
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            try {
                List<Future<List<Trial>>> running = new ArrayList<>();
                List<String> results = new ArrayList<>();
                for (FamilySpace space : spaces) {
                    running.add(pool.submit(() -> searchAlone(space, seconds, results)));
                }
                running.add(pool.submit(() -> {
                    searchAlone(new FamilySpace("xgboost", List.of(), 0), 0, results);
                    return List.of();
                }));
                for (Future<List<Trial>> one : running) {
                    all.addAll(one.get());
                }
                lines.addAll(results);
            } finally {
                pool.shutdown();
            }
            ensemble(all)
                    .forEach((family, weight) ->
                            lines.add(String.join("\t", "weight", name, family, String.format("%.3f", weight))));
            return lines;
        }

        private List<Trial> searchAlone(FamilySpace space, double budget, List<String> results) {
            ModelFamily family = CATALOG.family(space.family()).orElseThrow();
            List<Trial> trials = new ArrayList<>();
            Set<Configuration> tried = new LinkedHashSet<>();
            PreparedFolds folds =
                    new PreparedFolds(rows.search().features(), rows.search().target(), rows.folds(), SEED, 256L << 20);
            Best best = new Best();
            String trouble = "";
            double start = now();
            for (int number = 0; number == 0 || now() - start < budget; number++) {
                Configuration configuration = number == 0
                        ? space.defaults()
                        : space.sample(SEED.fork(space.family(), number).random());
                if (!tried.add(configuration)) {
                    break;
                }
                double began = now();
                double deadline = Math.max(start + budget, began + (number == 0 ? 300 : 0));
                try (CrossValidated trained = new CrossValidation(folds, objective)
                        .run(
                                new Pipeline(RepairRecipe.NONE, family, configuration),
                                SEED.fork("trial", number),
                                measurement -> now() < deadline)
                        .orElse(null)) {
                    if (trained == null) {
                        break;
                    }
                    trials.add(new Trial(space.family(), trained.score(), trained.outOfFold()));
                    if (best.isWorseThan(trained.score(), objective.metric())) {
                        best.take(trained, this, now() - began);
                    }
                } catch (TrainingFailure e) {
                    trouble = e.getMessage();
                    if (number == 0 && e.kind() == TrainingFailure.Cause.INFEASIBLE) {
                        break;
                    }
                }
            }
            String label = budget == 0 ? DEFAULT_XGBOOST : space.family();
            synchronized (results) {
                results.add(best.line(name, objective.metric().word(), label, trials.size(), trouble));
            }
            return trials;
        }

        /** Weight of each family in the ensemble that greedy selection makes of these trials. */
        private Map<String, Double> ensemble(List<Trial> trials) {
            Map<String, Double> weights = new TreeMap<>();
            double[] truth = rows.search().target().values();
            float[] sum = new float[0];
            double reached = Double.NaN;
            List<String> members = new ArrayList<>();
            while (members.size() < MOST_MEMBERS && !trials.isEmpty()) {
                Trial chosen = null;
                double best = Double.NaN;
                for (Trial trial : trials) {
                    double score = objective.metric().score(truth, mean(sum, trial.outOfFold(), members.size()));
                    if (Double.isNaN(best) || better(score, best, objective.metric())) {
                        best = score;
                        chosen = trial;
                    }
                }
                if (!Double.isNaN(reached) && !better(best, reached, objective.metric())) {
                    break;
                }
                reached = best;
                float[] added = chosen.outOfFold().values();
                float[] next = new float[added.length];
                for (int i = 0; i < next.length; i++) {
                    next[i] = added[i] + (sum.length == 0 ? 0 : sum[i]);
                }
                sum = next;
                members.add(chosen.family());
            }
            members.forEach(member -> weights.merge(member, 1.0 / members.size(), Double::sum));
            return weights;
        }

        private static Predictions mean(float[] sum, Predictions one, int count) {
            float[] values = one.values();
            for (int i = 0; sum.length > 0 && i < values.length; i++) {
                values[i] = (values[i] + sum[i]) / (count + 1);
            }
            return new Predictions(one.rows(), one.width(), values);
        }

        private double testScore(Scorer scorer) throws IOException {
            PredictionInput reader = new PredictionInput(
                    rows.schema(),
                    plan.target(),
                    List.copyOf(scorer.signature().inputs().keySet()));
            Predictions predictions = scorer.predict(reader.read(folder.resolve("test.csv")));
            return objective.metric().score(truth(), predictions);
        }

        private double[] truth() throws IOException {
            List<String> classes = rows.search().target().classes();
            return Files.readAllLines(folder.resolve("test_target.csv")).stream()
                    .skip(1)
                    .map(line -> line.replace("\"", ""))
                    .mapToDouble(word -> classes.isEmpty() ? Double.parseDouble(word) : label(classes, word))
                    .toArray();
        }

        /** Labels may be written as 1 here and as 1.0 there. */
        private static double label(List<String> classes, String word) {
            int found = classes.indexOf(word);
            for (int i = 0; found < 0 && i < classes.size(); i++) {
                try {
                    found = Double.parseDouble(classes.get(i)) == Double.parseDouble(word) ? i : -1;
                } catch (NumberFormatException e) {
                    throw new IllegalStateException("no class is called '%s'".formatted(word), e);
                }
            }
            return found;
        }
    }

    /** The best trial of a family so far, through its file. */
    private static final class Best {
        private double score = Double.NaN;
        private double test = Double.NaN;
        private double fitSeconds = Double.NaN;
        private double microsPerRow = Double.NaN;

        boolean isWorseThan(double other, Metric metric) {
            return Double.isNaN(score) || better(other, score, metric);
        }

        void take(CrossValidated trained, Run run, double seconds) {
            score = trained.score();
            fitSeconds = seconds;
            try {
                Path file = Files.createTempFile("family", ".onnx");
                Labelled all = run.rows.search();
                OnnxExport.write(trained.model(), all.target().classes(), Map.of(), file);
                try (Scorer scorer = Scorer.load(file)) {
                    Table sample = all.features();
                    scorer.predict(sample);
                    long start = System.nanoTime();
                    scorer.predict(sample);
                    microsPerRow = (System.nanoTime() - start) / 1e3 / sample.rows();
                    test = run.testScore(scorer);
                } finally {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        String line(String dataset, String metric, String family, int trials, String trouble) {
            return String.format(
                    "result\t%s\t%s\t%s\t%d\t%.5g\t%.5g\t%.2f\t%.1f\t%s",
                    dataset, metric, family, trials, score, test, fitSeconds, microsPerRow, trouble);
        }
    }

    private static boolean better(double one, double other, Metric metric) {
        return metric.direction() == Direction.MAXIMIZE ? one > other : one < other;
    }

    /** The combined table: families below each other, then the weights. */
    private static String table(List<String> lines) {
        Map<String, String[]> results = new LinkedHashMap<>();
        Map<String, Map<String, String>> weights = new LinkedHashMap<>();
        for (String line : lines) {
            String[] cells = line.split("\t", -1);
            if (cells[0].equals("result")) {
                results.put(cells[1] + "\t" + cells[3], cells);
            } else {
                weights.computeIfAbsent(cells[2], family -> new TreeMap<>()).put(cells[1], cells[3]);
            }
        }
        StringBuilder out = new StringBuilder(
                "| dataset | metric | family | trials | CV score | test score | fit s (5 folds) | predict µs/row |  |\n"
                        + "|---|---|---|---|---|---|---|---|---|\n");
        results.values().stream()
                .sorted(Comparator.comparing((String[] cells) -> cells[1]))
                .forEach(cells -> out.append("| ")
                        .append(String.join(" | ", Arrays.asList(cells).subList(1, cells.length)))
                        .append(" |\n"));
        List<String> datasets = results.values().stream()
                .map(cells -> cells[1])
                .distinct()
                .sorted()
                .toList();
        out.append("\n| weight in the ensemble | ")
                .append(String.join(" | ", datasets))
                .append(" |\n|---|")
                .append("---|".repeat(datasets.size()))
                .append('\n');
        weights.forEach((family, ofDatasets) -> out.append("| ")
                .append(family)
                .append(" | ")
                .append(datasets.stream()
                        .map(dataset ->
                                Optional.ofNullable(ofDatasets.get(dataset)).orElse(""))
                        .collect(Collectors.joining(" | ")))
                .append(" |\n"));
        return out.toString();
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
