import io.thresher.search.FamilySampler;
import io.thresher.search.Observation;
import io.thresher.search.Portfolio;
import io.thresher.search.Sampler;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.FamilySpace;
import io.thresher.space.FamilySpace.Dimension;
import io.thresher.space.Parameter;
import io.thresher.space.SearchSpaceYaml;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Learns an ordered list of configurations on the tasks of a surrogate benchmark, greedily: each entry is the one that
 * lowers most the mean regret of the best entry so far, a second of training (Feurer et al., Auto-sklearn 2.0, 2022, §3.2;
 * Wistuba et al., Sequential Model-Free Hyperparameter Tuning, 2015). Needs {@link Surrogate}, compiled beforehand:
 *
 * <pre>
 * java -cp "target/bench:target/quarkus-app/app/*:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*" src/bench/java/LearnPortfolio.java \
 *     ../shared lcbench|rbv2_xgboost own|product [entries] [power of the seconds]
 * </pre>
 *
 * <p>"own" learns in the benchmark's own space, for {@code SurrogateFigures}, and writes {@code
 * target/portfolio.BENCHMARK.yaml}. "product" learns the entries of XGBoost that come with Thresher, in its default space:
 * trees are grown level by level from the same parameters, the rounds are the best of a few up to 1,000, as early stopping
 * would find, and a child weighs at least 2.8, since the
 * benchmark knows nothing less. It writes {@code
 * target/portfolio.product.yaml}, and shows beside it what the shipped portfolio reaches.
 *
 * <p>The listed tasks and the held out ones are never learned from, nor are, for the product, those whose tables Thresher
 * is developed or judged on. The table shows the mean regret, (best so far − best) / (median − best) and at most 1, after
 * each entry, on the tasks it was learned on and on those that were left out.
 */
public final class LearnPortfolio {
    /** credit-g, vehicle, kc1, bank-marketing, churn, Amazon_employee_access, wine-quality-white. */
    private static final List<String> KNOWN_TABLES = List.of("31", "54", "1067", "1461", "40701", "4135", "40498");

    /** Shipped entries that stay first: the defaults, and the best published ones. */
    private static final int KEPT_FIRST = 2;

    private static final int DRAWS = 300;
    private static final int SEARCH = 80;
    private static final int KEPT_OF_A_SEARCH = 2;
    private static final int REFINEMENTS = 3;
    private static final int MUTANTS = 60;
    private static final Seed SEED = new Seed(2026);

    /** What a configuration of some space reaches on a task. */
    private interface Trials {
        FamilySpace space();

        /** What a configuration has where it says nothing. */
        Configuration unsaid();

        List<Surrogate.Outcome> outcomes(String task, List<Configuration> configurations) throws Exception;
    }

    private final Trials trials;
    private final List<String> learned;
    private final List<String> leftOut;
    private final double power;
    /** Task to median and best loss, and the median of the seconds. */
    private final Map<String, double[]> scales = new LinkedHashMap<>();

    private LearnPortfolio(Trials trials, List<String> learned, List<String> leftOut, double power) {
        this.trials = trials;
        this.learned = learned;
        this.leftOut = leftOut;
        this.power = power;
    }

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        String benchmark = arguments[1];
        boolean product = arguments[2].equals("product");
        int entries = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 16;
        double power = arguments.length > 4 ? Double.parseDouble(arguments[4]) : 0;
        try (Surrogate surrogate =
                new Surrogate(benchmark, Path.of(arguments[0]).resolve("bench"))) {
            List<String> leftOut = new ArrayList<>(surrogate.listed());
            leftOut.addAll(surrogate.heldOut());
            List<String> learned = new ArrayList<>(surrogate.tasks());
            learned.removeAll(leftOut);
            if (product) {
                learned.removeAll(KNOWN_TABLES);
            }
            Trials trials = product ? new AsShipped(surrogate) : new AsTheyAre(surrogate);
            LearnPortfolio learning = new LearnPortfolio(trials, learned, leftOut, power);
            Path file = Path.of("target", "portfolio." + (product ? "product" : benchmark) + ".yaml");
            Files.write(file, learning.learn(entries, product));
            System.out.println("written to " + file);
        }
    }

    /** One entry a line, with what it brings. */
    private List<String> learn(int entries, boolean withDefaults) throws Exception {
        List<Configuration> pool = candidates();
        System.out.printf("%d tasks, %d candidates%n", learned.size(), pool.size());
        if (withDefaults) {
            curve("shipped", shipped(), entries);
        }
        double[] reached = new double[learned.size()];
        Arrays.fill(reached, 1);
        List<Configuration> chosen = new ArrayList<>();
        if (withDefaults) {
            for (Configuration first : shipped().subList(0, KEPT_FIRST)) {
                chosen.add(first);
                reached = after(reached, regrets(first, learned));
            }
        }
        List<double[][]> known = regretsAndSeconds(pool, learned);
        while (chosen.size() < entries) {
            int best = 0;
            for (int i = 1; i < pool.size(); i++) {
                best = gain(reached, known.get(i)) > gain(reached, known.get(best)) ? i : best;
            }
            Configuration entry = refined(pool.get(best), known.get(best), reached, pool, chosen.size());
            chosen.add(entry);
            reached = after(reached, regrets(entry, learned));
        }
        curve("learned", chosen, entries);
        return chosen.stream().map(this::line).toList();
    }

    private List<Configuration> shipped() {
        return Portfolio.shipped().entries().stream()
                .filter(entry -> entry.family().equals(trials.space().family()))
                .map(entry -> trials.space().nearest(entry.values()))
                .distinct()
                .toList();
    }

    /** Random draws, and the best of a search of every task. */
    private List<Configuration> candidates() throws Exception {
        Set<Configuration> pool = new LinkedHashSet<>();
        SplittableRandom random = SEED.fork("draws").random();
        for (int i = 0; i < DRAWS; i++) {
            pool.add(rounded(trials.space(), trials.space().sample(random)));
        }
        List<Configuration> draws = List.copyOf(pool);
        for (String task : learned) {
            search(task, draws).stream().limit(KEPT_OF_A_SEARCH).forEach(pool::add);
        }
        // Only to know how good the best is where nothing is learned.
        for (String task : leftOut) {
            search(task, draws);
        }
        return List.copyOf(pool);
    }

    /** The best first. */
    private List<Configuration> search(String task, List<Configuration> draws) throws Exception {
        List<Surrogate.Outcome> drawn = trials.outcomes(task, draws);
        double[] losses =
                drawn.stream().mapToDouble(Surrogate.Outcome::loss).sorted().toArray();
        double[] seconds =
                drawn.stream().mapToDouble(Surrogate.Outcome::seconds).sorted().toArray();
        Sampler sampler = new FamilySampler(trials.space(), SEED.fork(task));
        List<Observation> history = new ArrayList<>();
        double lowest = losses[0];
        for (int number = 0; number < SEARCH; number++) {
            Configuration next = rounded(
                    trials.space(), sampler.suggest(number, history, List.of()).orElseThrow());
            double loss = trials.outcomes(task, List.of(next)).get(0).loss();
            lowest = Math.min(lowest, loss);
            history.add(Observation.of(number, next, loss));
        }
        scales.put(task, new double[] {losses[DRAWS / 2], lowest, seconds[DRAWS / 2]});
        return history.stream()
                .sorted((a, b) ->
                        Double.compare(a.loss().orElseThrow(), b.loss().orElseThrow()))
                .map(Observation::configuration)
                .toList();
    }

    /** The entry moved about among the candidates for as long as that helps. */
    private Configuration refined(
            Configuration start, double[][] startKnown, double[] reached, List<Configuration> pool, int place)
            throws Exception {
        Configuration best = start;
        double highest = gain(reached, startKnown);
        SplittableRandom random = SEED.fork("refine", place).random();
        for (int round = 0; round < REFINEMENTS; round++) {
            List<Configuration> mutants = new ArrayList<>();
            for (int i = 0; i < MUTANTS; i++) {
                mutants.add(mutant(best, pool.get(random.nextInt(pool.size())), random));
            }
            List<double[][]> known = regretsAndSeconds(mutants, learned);
            for (int i = 0; i < MUTANTS; i++) {
                double gained = gain(reached, known.get(i));
                if (gained > highest) {
                    highest = gained;
                    best = mutants.get(i);
                }
            }
        }
        return best;
    }

    /** A configuration with some values moved towards those of another. */
    private Configuration mutant(Configuration from, Configuration other, SplittableRandom random) {
        Map<String, Object> values = new LinkedHashMap<>(from.values());
        for (Dimension dimension : trials.space().dimensions()) {
            Parameter parameter = dimension.parameter();
            Object there = other.values().get(parameter.name());
            if (there == null || random.nextDouble() < 0.6) {
                continue;
            }
            Object here = values.get(parameter.name());
            if (there instanceof String || here == null) {
                values.put(parameter.name(), there);
            } else {
                values.put(parameter.name(), between(parameter, (Number) here, (Number) there, random.nextDouble()));
            }
        }
        return rounded(trials.space(), trials.space().nearest(values));
    }

    private static Object between(Parameter parameter, Number here, Number there, double share) {
        boolean log = parameter instanceof Parameter.Real real
                ? real.log()
                : parameter instanceof Parameter.Whole whole && whole.log();
        double value = log
                ? here.doubleValue() * Math.pow(there.doubleValue() / here.doubleValue(), share)
                : here.doubleValue() + share * (there.doubleValue() - here.doubleValue());
        return parameter instanceof Parameter.Whole ? (Object) Math.round(value) : (Object) value;
    }

    private double gain(double[] reached, double[][] known) {
        double sum = 0;
        double seconds = 0;
        for (int task = 0; task < reached.length; task++) {
            sum += Math.max(0, reached[task] - known[0][task]);
            seconds += Math.log(known[1][task]) / reached.length;
        }
        return sum / reached.length / Math.exp(power * seconds);
    }

    private double[] regrets(Configuration configuration, List<String> tasks) throws Exception {
        return regretsAndSeconds(List.of(configuration), tasks).get(0)[0];
    }

    /** Of each configuration for each task the regret, and the seconds in those of the median of random draws. */
    private List<double[][]> regretsAndSeconds(List<Configuration> configurations, List<String> tasks)
            throws Exception {
        List<double[][]> known =
                configurations.stream().map(none -> new double[2][tasks.size()]).toList();
        for (int task = 0; task < tasks.size(); task++) {
            double[] scale = scales.get(tasks.get(task));
            List<Surrogate.Outcome> outcomes = trials.outcomes(tasks.get(task), configurations);
            for (int i = 0; i < outcomes.size(); i++) {
                double loss = outcomes.get(i).loss();
                double seconds = outcomes.get(i).seconds();
                known.get(i)[0][task] = Math.min(1, (loss - scale[1]) / (scale[0] - scale[1]));
                known.get(i)[1][task] = Math.max(0.05, seconds / Math.max(1e-9, scale[2]));
            }
        }
        return known;
    }

    private static double[] after(double[] reached, double[] regrets) {
        return IntStream.range(0, reached.length)
                .mapToDouble(task -> Math.min(reached[task], regrets[task]))
                .toArray();
    }

    private void curve(String name, List<Configuration> entries, int most) throws Exception {
        System.out.printf("%n| %s | learned on | left out | seconds |%n|---|---|---|---|%n", name);
        double[] reached = new double[learned.size()];
        Arrays.fill(reached, 1);
        double[] unseen = new double[leftOut.size()];
        Arrays.fill(unseen, 1);
        for (Configuration entry : entries.subList(0, Math.min(most, entries.size()))) {
            double[][] known = regretsAndSeconds(List.of(entry), learned).get(0);
            reached = after(reached, known[0]);
            unseen = after(unseen, regrets(entry, leftOut));
            double seconds =
                    Math.exp(Arrays.stream(known[1]).map(Math::log).average().orElse(0));
            System.out.printf(
                    "| %s | %.4f | %.4f | %.2f |%n",
                    line(entry),
                    Arrays.stream(reached).average().orElse(0),
                    Arrays.stream(unseen).average().orElse(0),
                    seconds);
        }
    }

    private String line(Configuration entry) {
        Configuration unsaid = trials.unsaid();
        return entry.values().entrySet().stream()
                .filter(value -> !value.getValue().equals(unsaid.values().get(value.getKey())))
                .map(value -> value.getKey() + ": " + value.getValue())
                .collect(Collectors.joining(", ", "- {family: " + entry.family() + ", ", "}"));
    }

    /** With real numbers of two digits, as a person would write them. */
    private static Configuration rounded(FamilySpace space, Configuration configuration) {
        Map<String, Object> values = new LinkedHashMap<>();
        configuration
                .values()
                .forEach((name, value) -> values.put(
                        name,
                        value instanceof Double real
                                ? BigDecimal.valueOf(real)
                                        .round(new MathContext(2))
                                        .doubleValue()
                                : value));
        return space.nearest(values);
    }

    /** The benchmark's own space. */
    private record AsTheyAre(Surrogate surrogate) implements Trials {
        @Override
        public FamilySpace space() {
            return surrogate.family();
        }

        @Override
        public Configuration unsaid() {
            return surrogate.family().defaults();
        }

        @Override
        public List<Surrogate.Outcome> outcomes(String task, List<Configuration> configurations) throws Exception {
            return surrogate.outcomes(task, configurations);
        }
    }

    /** The numbers of XGBoost's block in the default space, and what the benchmark says of them. */
    private static final class AsShipped implements Trials {
        private static final long[] ROUNDS = {15, 30, 60, 120, 240, 480, 1000};
        private static final double LEAST_CHILD = 2.8;
        private static final double LEAST_L1 = 9.2e-4;

        private final Surrogate surrogate;
        private final FamilySpace space;
        private final Configuration unsaid;

        AsShipped(Surrogate surrogate) throws Exception {
            this.surrogate = surrogate;
            FamilySpace all = SearchSpaceYaml.parse(
                            "default", Files.readString(Path.of("search-spaces", "default.yaml")))
                    .family("xgboost")
                    .orElseThrow();
            this.unsaid = all.defaults();
            this.space = new FamilySpace(
                    "xgboost",
                    all.dimensions().stream()
                            .filter(dimension -> !(dimension.parameter() instanceof Parameter.Choice)
                                    && !dimension.parameter().name().startsWith("text"))
                            .map(AsShipped::known)
                            .toList(),
                    1);
        }

        @Override
        public Configuration unsaid() {
            return unsaid;
        }

        /** The dimension without what the benchmark does not know. */
        private static Dimension known(Dimension dimension) {
            return dimension.parameter() instanceof Parameter.Real real
                            && real.name().equals("minChildWeight")
                    ? new Dimension(
                            new Parameter.Real(real.name(), LEAST_CHILD, real.high(), real.log(), LEAST_CHILD),
                            dimension.condition(),
                            dimension.line())
                    : dimension;
        }

        @Override
        public FamilySpace space() {
            return space;
        }

        @Override
        public List<Surrogate.Outcome> outcomes(String task, List<Configuration> configurations) throws Exception {
            List<Configuration> asked = new ArrayList<>();
            for (Configuration configuration : configurations) {
                for (long rounds : ROUNDS) {
                    asked.add(translated(configuration, rounds));
                }
            }
            List<Surrogate.Outcome> answers = surrogate.outcomes(task, asked);
            List<Surrogate.Outcome> best = new ArrayList<>();
            for (int from = 0; from < answers.size(); from += ROUNDS.length) {
                best.add(answers.subList(from, from + ROUNDS.length).stream()
                        .min((a, b) -> Double.compare(a.loss(), b.loss()))
                        .orElseThrow());
            }
            return best;
        }

        private Configuration translated(Configuration configuration, long rounds) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("booster", "gbtree");
            values.put("num.impute.selected.cpo", "impute.median");
            values.put("nrounds", rounds);
            values.put("eta", configuration.real("learningRate", 0.1));
            values.put("gamma", configuration.real("gamma", 1e-4));
            values.put("lambda", configuration.real("l2", 1));
            values.put("alpha", Math.max(LEAST_L1, configuration.real("l1", 0)));
            values.put("subsample", configuration.real("subsample", 1));
            values.put("max_depth", (long) configuration.integer("maxDepth", 6));
            values.put("min_child_weight", Math.max(LEAST_CHILD, configuration.real("minChildWeight", 1)));
            values.put("colsample_bytree", configuration.real("columnSample", 1));
            values.put("colsample_bylevel", 1.0);
            return new Configuration(surrogate.name(), values);
        }
    }
}
