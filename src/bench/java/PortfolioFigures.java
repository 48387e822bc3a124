import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.thresher.data.DatasetSchema;
import io.thresher.data.Table;
import io.thresher.data.Task;
import io.thresher.data.files.DatasetFiles;
import io.thresher.data.files.IngestLimits;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.split.Validation;
import io.thresher.model.TrainingFailure;
import io.thresher.pipeline.Pipeline;
import io.thresher.search.Portfolio;
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
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the entries of portfolios reach on real tables, in their order: loss of the best entry so far by cross-validation
 * on five folds, and the CPU seconds they took. No sampler takes part.
 *
 * <pre>
 * java -Xmx3g -cp "target/quarkus-app/app/*:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*" src/bench/java/PortfolioFigures.java \
 *     ../shared/data/dev xgboost ENTRIES DATASET,DATASET… FIRST.yaml SECOND.yaml …
 * </pre>
 *
 * <p>Trials are remembered in {@code target/portfolio-trials.tsv} and not run again.
 */
public final class PortfolioFigures {
    private static final Seed SEED = new Seed(11);
    private static final Path KNOWN = Path.of("target", "portfolio-trials.tsv");

    /** Loss (lower is better, not a number if it failed) and CPU seconds of a configuration on a dataset. */
    private record Trial(double loss, double seconds) {}

    private final Map<String, Trial> known = new LinkedHashMap<>();

    private PortfolioFigures() throws IOException {
        if (Files.exists(KNOWN)) {
            for (String line : Files.readAllLines(KNOWN)) {
                String[] cells = line.split("\t", -1);
                known.put(cells[0], new Trial(Double.parseDouble(cells[1]), Double.parseDouble(cells[2])));
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        Path data = Path.of(arguments[0]);
        FamilySpace space = SearchSpaceYaml.parse("default", Files.readString(Path.of("search-spaces", "default.yaml")))
                .family(arguments[1])
                .orElseThrow();
        int most = Integer.parseInt(arguments[2]);
        PortfolioFigures figures = new PortfolioFigures();
        System.out.print("| dataset | portfolio |");
        for (int entry = 1; entry <= most; entry++) {
            System.out.print(" " + entry + " |");
        }
        System.out.println(" CPU s |");
        System.out.println("|---".repeat(most + 3) + "|");
        for (String dataset : arguments[3].split(",")) {
            Rows rows = new Rows(data.resolve(dataset));
            for (String file : List.of(arguments).subList(4, arguments.length)) {
                figures.row(rows, entries(Path.of(file), space), most, file);
            }
        }
    }

    private static List<Configuration> entries(Path file, FamilySpace space) throws IOException {
        return Portfolio.parse(Files.readString(file)).entries().stream()
                .filter(entry -> entry.family().equals(space.family()))
                .map(entry -> space.nearest(entry.values()))
                .distinct()
                .toList();
    }

    private void row(Rows rows, List<Configuration> entries, int most, String file) throws Exception {
        StringBuilder line = new StringBuilder("| %s | %s |".formatted(rows.name, file));
        double best = Double.NaN;
        double seconds = 0;
        for (Configuration entry : entries.subList(0, Math.min(most, entries.size()))) {
            Trial trial = trial(rows, entry);
            seconds += trial.seconds();
            best = Double.isNaN(best) ? trial.loss() : trial.loss() < best ? trial.loss() : best;
            line.append(" %.5g |".formatted(best));
        }
        System.out.println(line + " %.1f |".formatted(seconds));
    }

    private Trial trial(Rows rows, Configuration configuration) throws Exception {
        String key = rows.name + " " + configuration;
        Trial before = known.get(key);
        if (before != null) {
            return before;
        }
        Trial trial = rows.run(configuration);
        known.put(key, trial);
        Files.writeString(
                KNOWN,
                "%s\t%s\t%s%n".formatted(key, trial.loss(), trial.seconds()),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        return trial;
    }

    /** One dataset, read once. */
    private static final class Rows {
        private final String name;
        private final Objective objective;
        private final PreparedFolds folds;

        Rows(Path folder) throws IOException {
            this.name = folder.getFileName().toString();
            JsonNode meta =
                    new ObjectMapper().readTree(folder.resolve("meta.json").toFile());
            Path dataset = Files.createTempDirectory("portfolio");
            DatasetSchema schema = DatasetFiles.ingest(folder.resolve("train.csv"), dataset, IngestLimits.DEFAULT);
            Task task = Task.valueOf(meta.get("task").asText().toUpperCase(Locale.ROOT));
            this.objective = Objective.of(task);
            String target = schema.names().get(meta.get("target_index").asInt());
            DataPlan plan = new DataPlan(name, target, RepairRecipe.NONE, new Validation.KFold(5), 0);
            PreparedRows read = PreparedRows.read(dataset.resolve(DatasetFiles.TABLE), schema, plan, task, SEED);
            Table features = read.search().features();
            for (JsonNode id : meta.get("id_columns")) {
                features = features.without(id.asText());
            }
            this.folds = new PreparedFolds(features, read.search().target(), read.folds(), SEED, 256L << 20);
            try (Stream<Path> files = Files.walk(dataset)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }

        Trial run(Configuration configuration) {
            long start = cpuNanos();
            Pipeline pipeline = new Pipeline(
                    RepairRecipe.NONE,
                    Families.all().family(configuration.family()).orElseThrow(),
                    configuration);
            try (CrossValidated trained = new CrossValidation(folds, objective)
                    .run(pipeline, SEED.fork("trial"), measurement -> true)
                    .orElseThrow()) {
                return new Trial(objective.metric().loss(trained.score()), seconds(start));
            } catch (TrainingFailure e) {
                return new Trial(Double.NaN, seconds(start));
            }
        }

        private static double seconds(long start) {
            return (cpuNanos() - start) / 1e9;
        }

        private static long cpuNanos() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }
    }
}
