import io.thresher.data.DatasetSchema;
import io.thresher.data.Task;
import io.thresher.data.files.DatasetFiles;
import io.thresher.data.files.IngestLimits;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.split.Validation;
import io.thresher.metric.Metric;
import io.thresher.model.ModelFamily;
import io.thresher.model.TrainingFailure;
import io.thresher.pipeline.Pipeline;
import io.thresher.search.SuccessiveHalving;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.FamilySpace;
import io.thresher.space.SearchSpaceYaml;
import io.thresher.trial.CrossValidated;
import io.thresher.trial.CrossValidation;
import io.thresher.trial.CurveRace;
import io.thresher.trial.DataPlan;
import io.thresher.trial.FoldRace;
import io.thresher.trial.Measurement;
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
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stopping trials by the learning curve of their first fold saves beside the race over folds alone, and how often it
 * drops the trial that would have been best.
 *
 * <pre>
 * java -Xmx2g -cp "target/quarkus-app/app/*:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*" src/bench/java/CurveFigures.java \
 *     record FILE ../shared 14 3 xgboost,neural,extraTrees credit_g vehicle kc1
 * java -cp "target/quarkus-app/app/*:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*" src/bench/java/CurveFigures.java tell FILE
 * </pre>
 *
 * <p>{@code record} trains so many configurations of each family, the default first and the others drawn, on so many folds
 * (1: a fifth left out once) and adds their curves to a file. {@code tell} runs them in 500 random orders. A rung is a part
 * of the steps a configuration plans: trees, epochs, and of boosted trees the rounds after which all rates add up to 20.
 */
public final class CurveFigures {
    private static final Seed SEED = new Seed(11);
    private static final int ORDERS = 500;

    private CurveFigures() {}

    private record Run(
            double loss, double seconds, List<Double> foldLosses, List<Double> rungLosses, List<Double> done) {}

    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        for (String library : List.of("ml.dmlc", "org.tribuo", "ai.djl")) {
            Logger.getLogger(library).setLevel(Level.OFF);
        }
        List<String> given = List.of(arguments);
        if (given.get(0).equals("tell")) {
            tell(Path.of(given.get(1)));
            return;
        }
        for (String dataset : given.subList(6, given.size())) {
            record(
                    Path.of(given.get(1)),
                    Path.of(given.get(2)).resolve("data/dev").resolve(dataset),
                    Integer.parseInt(given.get(3)),
                    Integer.parseInt(given.get(4)),
                    List.of(given.get(5).split(",", -1)));
        }
    }

    private static void record(Path file, Path dataset, int configurations, int folds, List<String> families)
            throws IOException {
        String meta = Files.readString(dataset.resolve("meta.json"));
        Task task = Arrays.stream(Task.values())
                .filter(known -> known.word().equals(text(meta, "task")))
                .findFirst()
                .orElseThrow();
        Validation validation = folds == 1 ? new Validation.Holdout(0.2) : new Validation.KFold(folds);
        DataPlan plan = new DataPlan("dataset", text(meta, "target"), RepairRecipe.NONE, validation, 0);
        Path folder = Files.createTempDirectory("thresher-curves");
        DatasetSchema schema =
                DatasetFiles.ingest(dataset.resolve("train.csv"), folder.resolve("dataset"), IngestLimits.DEFAULT);
        PreparedRows dealt =
                PreparedRows.read(folder.resolve("dataset").resolve(DatasetFiles.TABLE), schema, plan, task, SEED);
        CrossValidation trials = new CrossValidation(
                new PreparedFolds(dealt.search().features(), dealt.search().target(), dealt.folds(), SEED, 256L << 20),
                Objective.of(task));
        for (String name : families) {
            FamilySpace space = SearchSpaceYaml.parse(
                            "default", Files.readString(Path.of("search-spaces/default.yaml")))
                    .family(name)
                    .orElseThrow();
            for (int i = 0; i < configurations; i++) {
                Configuration configuration = i == 0
                        ? space.defaults()
                        : space.sample(SEED.fork("draw", i).random());
                String line =
                        trained(trials, configuration, i, Objective.of(task).metric());
                if (!line.isEmpty()) {
                    Files.writeString(
                            file,
                            dataset.getFileName() + "\t" + name + "\t" + line + "\n",
                            StandardOpenOption.CREATE,
                            StandardOpenOption.APPEND);
                }
            }
        }
        try (Stream<Path> left = Files.walk(folder)) {
            for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Loss, seconds, losses of the folds, lowest losses at the rungs, and the parts of the first fold done there. */
    private static String trained(CrossValidation trials, Configuration configuration, int number, Metric metric) {
        ModelFamily family = Families.all().family(configuration.family()).orElseThrow();
        List<Measurement> curve = new ArrayList<>();
        try (CrossValidated trained = trials.run(
                        new Pipeline(RepairRecipe.NONE, family, configuration), SEED.fork("trial", number), seen -> {
                            if (seen.fold() == 0) {
                                curve.add(seen);
                            }
                            return true;
                        })
                .orElseThrow()) {
            List<Double> rungs = new ArrayList<>();
            List<Double> done = new ArrayList<>();
            int last = curve.get(curve.size() - 1).step();
            for (double part : CurveRace.RUNGS) {
                double rung = Math.max(1, Math.ceil(part * planned(configuration)));
                rungs.add(curve.stream()
                        .filter(seen ->
                                seen.step() <= Math.max(rung, curve.get(0).step()))
                        .mapToDouble(Measurement::validationLoss)
                        .min()
                        .orElseThrow());
                done.add(Math.min(1, rung / last));
            }
            return String.join(
                    "\t",
                    Double.toString(metric.loss(trained.score())),
                    Double.toString(trained.trainSeconds()),
                    joined(trained.foldScores().stream().map(metric::loss).toList()),
                    joined(rungs),
                    joined(done));
        } catch (TrainingFailure e) {
            System.out.println(configuration.family() + ": " + e.getMessage());
            return "";
        }
    }

    private static double planned(Configuration configuration) {
        return switch (configuration.family()) {
            case "xgboost" -> Math.min(1000, 20 / configuration.real("learningRate", 0.1));
            case "neural" -> configuration.integer("epochs", 25);
            default -> configuration.integer("trees", 500);
        };
    }

    private static String joined(List<Double> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static List<Double> numbers(String cell) {
        return Arrays.stream(cell.split(",", -1)).map(Double::valueOf).toList();
    }

    private static String text(String meta, String name) {
        Matcher found = Pattern.compile("\"%s\": \"(.*?)\"".formatted(name)).matcher(meta);
        if (!found.find()) {
            throw new IllegalArgumentException("meta.json names no " + name);
        }
        return found.group(1);
    }

    private static void tell(Path file) throws IOException {
        Map<String, List<Run>> groups = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            List<String> cells = List.of(line.split("\t", -1));
            groups.computeIfAbsent(cells.get(0) + ", " + cells.get(1), unseen -> new ArrayList<>())
                    .add(new Run(
                            Double.parseDouble(cells.get(2)),
                            Double.parseDouble(cells.get(3)),
                            numbers(cells.get(4)),
                            numbers(cells.get(5)),
                            numbers(cells.get(6))));
        }
        System.out.println("| dataset, family | configurations | folds alone: time | best dropped | regret "
                + "| halves: time | best dropped | regret | thirds: time | best dropped | regret |");
        System.out.println("|---".repeat(11) + "|");
        groups.forEach((name, runs) -> System.out.printf(
                "| %s | %d |%s%s%s%n",
                name,
                runs.size(),
                told(runs, losses -> Double.POSITIVE_INFINITY),
                told(runs, bar(SuccessiveHalving.HALVES)),
                told(runs, bar(new SuccessiveHalving(3, 4)))));
    }

    private static ToDoubleFunction<double[]> bar(SuccessiveHalving halving) {
        return losses -> {
            OptionalDouble bar = halving.bar(losses);
            return bar.orElse(Double.POSITIVE_INFINITY);
        };
    }

    private static String told(List<Run> runs, ToDoubleFunction<double[]> bar) {
        List<Run> order = new ArrayList<>(runs);
        double[] losses = runs.stream().mapToDouble(Run::loss).sorted().toArray();
        double spread = Math.max(1e-12, losses[losses.length / 2] - losses[0]);
        double all = runs.stream().mapToDouble(Run::seconds).sum();
        Random random = new Random(5);
        double spent = 0;
        int dropped = 0;
        double regret = 0;
        for (int i = 0; i < ORDERS; i++) {
            Collections.shuffle(order, random);
            List<Run> finished = new ArrayList<>();
            List<List<Double>> reached = new ArrayList<>();
            for (Run run : order) {
                spent += run.seconds() * part(run, finished, reached, bar) / all;
            }
            double best = finished.stream().mapToDouble(Run::loss).min().orElseThrow();
            dropped += best > losses[0] ? 1 : 0;
            regret += (best - losses[0]) / spread;
        }
        return " %.0f %% | %.1f %% | %.3f |".formatted(100 * spent / ORDERS, 100.0 * dropped / ORDERS, regret / ORDERS);
    }

    /** The part of a trial that is trained; what is learned from it is added to the lists. */
    private static double part(
            Run run, List<Run> finished, List<List<Double>> reached, ToDoubleFunction<double[]> bar) {
        int folds = run.foldLosses().size();
        for (int rung = 0; rung < run.rungLosses().size(); rung++) {
            int at = rung;
            double[] earlier = reached.stream()
                    .filter(losses -> losses.size() > at)
                    .mapToDouble(losses -> losses.get(at))
                    .toArray();
            if (run.rungLosses().get(rung) > bar.applyAsDouble(earlier)) {
                reached.add(run.rungLosses().subList(0, rung + 1));
                return run.done().get(rung) / folds;
            }
        }
        reached.add(run.rungLosses());
        if (!finished.isEmpty()) {
            Run best =
                    finished.stream().min(Comparator.comparingDouble(Run::loss)).orElseThrow();
            FoldRace race = FoldRace.against(
                    best.loss(),
                    best.foldLosses(),
                    finished.stream()
                            .filter(known -> known != best)
                            .map(Run::foldLosses)
                            .toList());
            for (int fold = 1; fold < folds; fold++) {
                if (race.isLost(run.foldLosses().subList(0, fold))) {
                    return (double) fold / folds;
                }
            }
        }
        finished.add(run);
        return 1;
    }
}
