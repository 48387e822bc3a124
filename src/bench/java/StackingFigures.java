import io.thresher.data.Target;
import io.thresher.ensemble.Candidate;
import io.thresher.ensemble.Choice;
import io.thresher.ensemble.EnsembleLimits;
import io.thresher.ensemble.EnsembleSearch;
import io.thresher.ensemble.Load;
import io.thresher.ensemble.Member;
import io.thresher.ensemble.Stack;
import io.thresher.ensemble.Stacking;
import io.thresher.ensemble.Temperature;
import io.thresher.metric.Metric;
import io.thresher.metric.Predictions;
import io.thresher.metric.PredictionsFile;
import io.thresher.seed.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a second layer does on rows that no trial saw: score of the plain ensemble, of the layer, and whether its guard let
 * it pass, for each folder of trials that {@code StackingTrials} wrote.
 *
 * <pre>java -cp … src/bench/java/StackingFigures.java target/stacking</pre>
 */
public final class StackingFigures {
    private static final EnsembleLimits LIMITS = EnsembleLimits.of(Long.MAX_VALUE);

    private StackingFigures() {}

    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        System.out.println(
                "| table | metric | rows | trials | best alone | ensemble | delivered | members | stacked | CV gain | ms |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
        try (Stream<Path> folders = Files.list(Path.of(arguments[0]))) {
            for (Path folder : folders.sorted().toList()) {
                if (Files.exists(folder.resolve("trials"))) {
                    print(folder);
                }
            }
        }
    }

    private static void print(Path folder) throws IOException {
        List<String> about = Files.readAllLines(folder.resolve("about"));
        Metric metric = Metric.ofWord(about.get(0)).orElseThrow();
        List<String> classes =
                about.get(1).isEmpty() ? List.of() : List.of(about.get(1).split("\t", -1));
        double[] labels = numbers(folder.resolve("truth"));
        Target truth = classes.isEmpty() ? Target.ofNumbers(labels) : Target.ofClasses(classes, labels);
        double[] unseen = numbers(folder.resolve("unseen"));
        Map<Integer, Predictions> tests = new TreeMap<>();
        List<Candidate> all = new java.util.ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("trials"))) {
            int number = Integer.parseInt(line.split("\t")[0]);
            all.add(new Candidate(
                    number, PredictionsFile.read(folder.resolve(number + ".out-of-fold")), Load.NONE, true));
            tests.put(number, PredictionsFile.read(folder.resolve(number + ".unseen")));
        }
        EnsembleSearch search = new EnsembleSearch(metric, truth, new Seed(1));
        all.sort(java.util.Comparator.comparingDouble(candidate -> search.loss(candidate.outOfFold())));
        all.forEach(search::add);
        Choice plain = search.choose(LIMITS, () -> true);
        Set<Integer> members = new HashSet<>();
        plain.members().forEach(member -> members.add(member.number()));
        List<Candidate> pool = new java.util.ArrayList<>();
        for (int place = 0; place < all.size(); place++) {
            if (place < Stacking.CANDIDATES || members.contains(all.get(place).number())) {
                pool.add(all.get(place));
            }
        }
        long start = System.nanoTime();
        Optional<Choice> stacked = plain.members().size() < 2
                ? Optional.empty()
                : new Stacking(metric, truth, new Seed(1)).over(plain, pool, LIMITS, () -> true);
        double millis = (System.nanoTime() - start) / 1e6;
        Map<Integer, Predictions> known = new TreeMap<>();
        all.forEach(candidate -> known.put(candidate.number(), candidate.outOfFold()));
        Predictions average = average(plain, known);
        double temperature = metric.judgesClasses() ? Temperature.fit(average, truth) : 1;
        double ensemble = metric.score(unseen, Temperature.apply(average(plain, tests), temperature));
        double cv = metric.score(labels, Temperature.apply(average, temperature));
        System.out.printf(
                "| %s | %s | %d | %d | %.4f | %.4f | %s | %d | %s | %s | %.0f |%n",
                folder.getFileName(),
                metric.word(),
                labels.length,
                all.size(),
                metric.score(unseen, tests.get(all.get(0).number())),
                ensemble,
                stacked.map(choice -> "%.4f".formatted(metric.score(unseen, stacked(choice, tests))))
                        .orElse("%.4f".formatted(ensemble)),
                stacked.orElse(plain).members().size(),
                stacked.isPresent() ? "yes" : "no",
                stacked.map(choice -> "%.1f %%"
                                .formatted(100
                                        * (metric.loss(cv)
                                                - metric.loss(metric.score(labels, stacked(choice, known)))
                                                - choice.optimism()
                                                + plain.optimism())
                                        / Math.abs(cv)))
                        .orElse(""),
                millis);
        if (System.getProperty("verbose") != null) {
            System.out.println("    " + stacked.flatMap(Choice::stack) + " "
                    + stacked.orElse(plain).members());
        }
    }

    private static Predictions stacked(Choice choice, Map<Integer, Predictions> of) {
        Stack stack = choice.stack().orElseThrow();
        return stack.apply(
                choice.members().stream().map(member -> of.get(member.number())).toList(),
                choice.members().stream().map(Member::weight).toList());
    }

    private static Predictions average(Choice choice, Map<Integer, Predictions> of) {
        Predictions first = of.get(choice.members().get(0).number());
        float[] sums = new float[first.values().length];
        for (Member member : choice.members()) {
            float[] values = of.get(member.number()).values();
            for (int i = 0; i < sums.length; i++) {
                sums[i] += (float) (member.weight() * values[i]);
            }
        }
        return new Predictions(first.rows(), first.width(), sums);
    }

    private static double[] numbers(Path file) throws IOException {
        float[] values = PredictionsFile.read(file).values();
        double[] numbers = new double[values.length];
        Arrays.setAll(numbers, i -> values[i]);
        return numbers;
    }
}
