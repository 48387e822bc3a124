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
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.FamilySpace;
import io.thresher.space.SearchSpace;
import io.thresher.space.SearchSpaceYaml;
import io.thresher.trial.CrossValidated;
import io.thresher.trial.CrossValidation;
import io.thresher.trial.DataPlan;
import io.thresher.trial.FoldRace;
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
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How often a race over folds drops the trial that would have been best, and what it saves.
 *
 * <pre>
 * java -Xmx3g -cp "target/quarkus-app/app/*:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*" src/bench/java/RaceFigures.java \
 *     record FILE ../shared 24 xgboost,extraTrees kc1 credit_g vehicle
 * java -cp "target/quarkus-app/app/*:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*" src/bench/java/RaceFigures.java tell FILE
 * </pre>
 *
 * <p>{@code record} trains so many configurations of each family on all five folds, the default first and the others drawn
 * from the search space, and adds their losses to a file; it takes minutes for each dataset. {@code tell} runs them
 * through the race in 500 random orders and prints, for each rule: the share of folds trained, how often the best
 * configuration of all was dropped, and how much worse what was found is, in parts of what lies between the best and
 * the median configuration. Rules: the product's ({@link FoldRace}), forgiving (mean so far worse than the best
 * trial's worst fold) and aggressive (mean so far worse than the best trial's mean).
 */
public final class RaceFigures {
    private static final Seed SEED = new Seed(11);
    private static final int ORDERS = 500;
    private static final int FOLDS = 5;

    private RaceFigures() {}

    private record Run(String dataset, String family, double loss, List<Double> foldLosses) {}

    @FunctionalInterface
    private interface Rule {
        boolean drops(Run best, List<Run> finished, List<Double> foldLosses);
    }

    private record Told(double folds, double dropped, double regret) {}

    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        for (String library : List.of("ml.dmlc", "org.tribuo", "ai.djl")) {
            Logger.getLogger(library).setLevel(Level.OFF);
        }
        List<String> given = List.of(arguments);
        if (given.get(0).equals("record")) {
            for (String dataset : given.subList(5, given.size())) {
                record(
                        Path.of(given.get(1)),
                        Path.of(given.get(2)).resolve("data/dev").resolve(dataset),
                        Integer.parseInt(given.get(3)),
                        List.of(given.get(4).split(",", -1)));
            }
        } else {
            tell(Path.of(given.get(1)));
        }
    }

    private static void record(Path file, Path dataset, int configurations, List<String> families) throws IOException {
        String meta = Files.readString(dataset.resolve("meta.json"));
        Task task = Arrays.stream(Task.values())
                .filter(known -> known.word().equals(text(meta, "task")))
                .findFirst()
                .orElseThrow();
        Objective objective = Objective.of(task);
        DataPlan plan =
                new DataPlan("dataset", text(meta, "target"), RepairRecipe.NONE, new Validation.KFold(FOLDS), 0);
        Path folder = Files.createTempDirectory("thresher-race");
        DatasetSchema schema =
                DatasetFiles.ingest(dataset.resolve("train.csv"), folder.resolve("dataset"), IngestLimits.DEFAULT);
        PreparedRows dealt =
                PreparedRows.read(folder.resolve("dataset").resolve(DatasetFiles.TABLE), schema, plan, task, SEED);
        PreparedFolds folds =
                new PreparedFolds(dealt.search().features(), dealt.search().target(), dealt.folds(), SEED, 256L << 20);
        SearchSpace space = SearchSpaceYaml.parse("default", Files.readString(Path.of("search-spaces/default.yaml")));
        CrossValidation validation = new CrossValidation(folds, objective);
        for (FamilySpace family : space.families()) {
            if (!families.contains(family.family())) {
                continue;
            }
            ModelFamily model = Families.all().family(family.family()).orElseThrow();
            for (int i = 0; i < configurations; i++) {
                Configuration configuration = i == 0
                        ? family.defaults()
                        : family.sample(SEED.fork("draw", i).random());
                try (CrossValidated trained = validation
                        .run(new Pipeline(RepairRecipe.NONE, model, configuration), SEED.fork("trial", i), seen -> true)
                        .orElseThrow()) {
                    Metric metric = objective.metric();
                    String losses = trained.foldScores().stream()
                            .map(score -> Double.toString(metric.loss(score)))
                            .collect(Collectors.joining("\t"));
                    Files.writeString(
                            file,
                            String.join(
                                            "\t",
                                            dataset.getFileName().toString(),
                                            family.family(),
                                            Double.toString(metric.loss(trained.score())),
                                            losses)
                                    + "\n",
                            StandardOpenOption.CREATE,
                            StandardOpenOption.APPEND);
                } catch (TrainingFailure e) {
                    System.out.println(family.family() + ": " + e.getMessage());
                }
            }
        }
        try (Stream<Path> left = Files.walk(folder)) {
            for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
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
            List<Double> losses =
                    cells.subList(3, cells.size()).stream().map(Double::valueOf).toList();
            groups.computeIfAbsent(cells.get(0) + ", " + cells.get(1), unseen -> new ArrayList<>())
                    .add(new Run(cells.get(0), cells.get(1), Double.parseDouble(cells.get(2)), losses));
        }
        Map<String, Rule> rules = new LinkedHashMap<>();
        rules.put(
                "race",
                (best, finished, losses) -> FoldRace.against(
                                best.loss(),
                                best.foldLosses(),
                                finished.stream()
                                        .filter(run -> run != best)
                                        .map(Run::foldLosses)
                                        .toList())
                        .isLost(losses));
        rules.put("forgiving", (best, finished, losses) -> mean(losses) > Collections.max(best.foldLosses()));
        rules.put("aggressive", (best, finished, losses) -> mean(losses) > mean(best.foldLosses()));
        System.out.println("| dataset, family | configurations | "
                + rules.keySet().stream()
                        .map(rule -> rule + ": folds trained | best dropped | regret")
                        .collect(Collectors.joining(" | "))
                + " |");
        System.out.println("|---".repeat(2 + 3 * rules.size()) + "|");
        Map<String, List<Told>> all = new LinkedHashMap<>();
        groups.forEach((name, runs) -> {
            System.out.printf("| %s | %d |", name, runs.size());
            rules.forEach((rule, drops) -> {
                Told told = told(runs, drops);
                all.computeIfAbsent(rule, unseen -> new ArrayList<>()).add(told);
                print(told);
            });
            System.out.println();
        });
        System.out.print("| mean | |");
        all.values()
                .forEach(tolds -> print(new Told(
                        tolds.stream().mapToDouble(Told::folds).average().orElse(0),
                        tolds.stream().mapToDouble(Told::dropped).average().orElse(0),
                        tolds.stream().mapToDouble(Told::regret).average().orElse(0))));
        System.out.println();
    }

    private static void print(Told told) {
        System.out.printf(" %.0f %% | %.1f %% | %.3f |", 100 * told.folds(), 100 * told.dropped(), told.regret());
    }

    private static Told told(List<Run> runs, Rule rule) {
        List<Run> order = new ArrayList<>(runs);
        double[] losses = runs.stream().mapToDouble(Run::loss).sorted().toArray();
        double spread = Math.max(1e-12, losses[losses.length / 2] - losses[0]);
        Random random = new Random(5);
        long folds = 0;
        int dropped = 0;
        double regret = 0;
        for (int i = 0; i < ORDERS; i++) {
            Collections.shuffle(order, random);
            Run best = order.get(0);
            List<Run> finished = new ArrayList<>(List.of(best));
            folds += FOLDS;
            for (Run run : order.subList(1, order.size())) {
                int seen = 1;
                while (seen < FOLDS
                        && !rule.drops(best, finished, run.foldLosses().subList(0, seen))) {
                    seen++;
                }
                folds += seen;
                if (seen == FOLDS) {
                    finished.add(run);
                }
                if (seen == FOLDS && run.loss() < best.loss()) {
                    best = run;
                }
            }
            dropped += best.loss() > losses[0] ? 1 : 0;
            regret += (best.loss() - losses[0]) / spread;
        }
        return new Told((double) folds / ORDERS / FOLDS / runs.size(), (double) dropped / ORDERS, regret / ORDERS);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
