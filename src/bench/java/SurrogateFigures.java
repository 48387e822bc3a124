import com.fasterxml.jackson.databind.JsonNode;
import io.thresher.search.Engine;
import io.thresher.search.EnsembleShares;
import io.thresher.search.FamilySampler;
import io.thresher.search.GaussianProcessSampler;
import io.thresher.search.Observation;
import io.thresher.search.Portfolio;
import io.thresher.search.RandomSampler;
import io.thresher.search.Sampler;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.SearchSpace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Mean normalised regret of our samplers on the surrogate benchmarks of YAHPO Gym, after so many evaluations, beside
 * random search and Optuna's multivariate TPE on the listed tasks. Needs {@link Surrogate}, compiled beforehand:
 *
 * <pre>
 * java -cp "target/bench:target/quarkus-app/app/*:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*" src/bench/java/SurrogateFigures.java \
 *     ../shared [seeds] [lcbench|rbv2_xgboost|all] [listed|others|every] [sampler,sampler…] [noise] [evaluations]
 * </pre>
 *
 * <p>"warm" is the engine of the product on the one family of the benchmark, with a portfolio that {@code LearnPortfolio}
 * learned on other tasks and left in {@code target/portfolio.BENCHMARK.yaml}; "cold" the same engine without one.
 *
 * <p>With noise, what a sampler is told is off by a normal deviate of that many (median − best); the regret is that of
 * the configuration it takes for the best, without noise.
 *
 * <p>"others" are eight tasks of each benchmark that are not listed in its reference, picked by a seed. Their median is
 * that of 10,000 random configurations, as is the listed ones'; their best is the lowest loss that random search or any
 * sampler ever found in a run of this program. Both are kept in {@code target/surrogates.properties}.
 */
public final class SurrogateFigures {
    private static final int[] CHECKPOINTS = {5, 10, 25, 50, 100, 200};
    private static final int DRAWS = 10_000;
    private static final Path KNOWN = Path.of("target", "surrogates.properties");
    private static final Map<String, BiFunction<SearchSpace, Seed, Sampler>> SAMPLERS = samplers();

    private static Map<String, BiFunction<SearchSpace, Seed, Sampler>> samplers() {
        Map<String, BiFunction<SearchSpace, Seed, Sampler>> samplers = new LinkedHashMap<>();
        samplers.put("random", RandomSampler::new);
        samplers.put(
                "gp",
                (space, seed) -> new GaussianProcessSampler(space.families().get(0), seed));
        samplers.put(
                "family", (space, seed) -> new FamilySampler(space.families().get(0), seed));
        samplers.put("cold", (space, seed) -> engine(space, new Portfolio(List.of()), seed));
        samplers.put("warm", (space, seed) -> engine(space, learned(space.name()), seed));
        return samplers;
    }

    private static Sampler engine(SearchSpace space, Portfolio portfolio, Seed seed) {
        return new Engine(space, portfolio, EnsembleShares.NONE, seed);
    }

    private static Portfolio learned(String benchmark) {
        try {
            return Portfolio.parse(Files.readString(Path.of("target", "portfolio." + benchmark + ".yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final Surrogate surrogate;
    private final int seeds;
    private final double noise;
    private final int[] checkpoints;

    private SurrogateFigures(Surrogate surrogate, int seeds, double noise, int evaluations) {
        this.surrogate = surrogate;
        this.seeds = seeds;
        this.noise = noise;
        this.checkpoints = Arrays.stream(CHECKPOINTS)
                .filter(checkpoint -> checkpoint <= evaluations)
                .toArray();
    }

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        Path shared = Path.of(arguments[0]).resolve("bench");
        int seeds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        String wanted = arguments.length > 2 ? arguments[2] : "all";
        String tasks = arguments.length > 3 ? arguments[3] : "every";
        List<String> names =
                arguments.length > 4 ? List.of(arguments[4].split(",")) : List.of("random", "gp", "family");
        double noise = arguments.length > 5 ? Double.parseDouble(arguments[5]) : 0;
        int evaluations = arguments.length > 6 ? Integer.parseInt(arguments[6]) : 200;
        for (String benchmark : Surrogate.names()) {
            if (wanted.equals("all") || wanted.equals(benchmark)) {
                try (Surrogate surrogate = new Surrogate(benchmark, shared)) {
                    SurrogateFigures figures = new SurrogateFigures(surrogate, seeds, noise, evaluations);
                    if (!tasks.equals("others")) {
                        figures.listed(names);
                    }
                    if (!tasks.equals("listed")) {
                        figures.others(names);
                    }
                }
            }
        }
    }

    private void listed(List<String> names) throws Exception {
        System.out.printf("%n%s, listed tasks, %d seeds%n", surrogate.name(), seeds);
        JsonNode reference = surrogate.reference();
        Map<String, double[]> scale = new LinkedHashMap<>();
        for (String task : surrogate.listed()) {
            JsonNode known = reference.get(task);
            scale.put(task, new double[] {
                known.get("median").asDouble(), known.get("best").asDouble()
            });
        }
        header();
        for (String other : List.of("random", "optuna_tpe_multivariate")) {
            double[] mean = new double[checkpoints.length];
            reference.forEach(task -> {
                for (int i = 0; i < mean.length; i++) {
                    JsonNode regret = task.get("regret").get(other).get("" + checkpoints[i]);
                    mean[i] += (regret == null ? Double.NaN : regret.asDouble()) / reference.size();
                }
            });
            row("(" + other + ")", mean, 0, 0);
        }
        table(scale, names, false);
    }

    private void others(List<String> names) throws Exception {
        List<String> tasks = surrogate.heldOut();
        System.out.printf("%n%s, %d other tasks, %d seeds%n", surrogate.name(), tasks.size(), seeds);
        Map<String, double[]> scale = new LinkedHashMap<>();
        Properties known = new Properties();
        if (Files.exists(KNOWN)) {
            try (var in = Files.newInputStream(KNOWN)) {
                known.load(in);
            }
        }
        for (String task : tasks) {
            String key = surrogate.name() + "." + task;
            if (!known.containsKey(key)) {
                double[] losses = surrogate.randomLosses(task, DRAWS);
                known.setProperty(key, losses[DRAWS / 2] + " " + losses[0]);
            }
            scale.put(
                    task,
                    Arrays.stream(known.getProperty(key).split(" "))
                            .mapToDouble(Double::parseDouble)
                            .toArray());
        }
        header();
        table(scale, names, true);
        scale.forEach((task, pair) -> known.setProperty(surrogate.name() + "." + task, pair[0] + " " + pair[1]));
        try (var out = Files.newOutputStream(KNOWN)) {
            known.store(out, "task = median best");
        }
    }

    private void header() {
        System.out.println(Arrays.stream(checkpoints)
                .mapToObj(checkpoint -> "@" + checkpoint)
                .collect(Collectors.joining(" | ", "| sampler | ", " | beats the first at the end | CPU ms an ask |")));
        System.out.println("|---".repeat(checkpoints.length + 3) + "|");
    }

    private void row(String name, double[] mean, double wins, double millis) {
        System.out.printf("| %-16s", name);
        for (double regret : mean) {
            System.out.print(Double.isNaN(regret) ? " | " : " | %.4f".formatted(regret));
        }
        System.out.printf(" | %.2f | %.2f |%n", wins, millis);
    }

    /** Runs everything first: what was the best is known only then. */
    private void table(Map<String, double[]> scale, List<String> names, boolean learnsBest) throws Exception {
        Map<String, Map<String, double[][]>> losses = new LinkedHashMap<>();
        Map<String, Double> millis = new LinkedHashMap<>();
        SearchSpace space = new SearchSpace(surrogate.name(), List.of(surrogate.family()));
        for (String name : names) {
            long[] nanos = new long[1];
            for (String task : scale.keySet()) {
                double[][] runs = new double[seeds][];
                for (int seed = 0; seed < seeds; seed++) {
                    Sampler sampler = SAMPLERS.get(name).apply(space, new Seed(seed).fork(task));
                    runs[seed] = run(sampler, task, scale.get(task), new Seed(seed), nanos);
                    if (learnsBest) {
                        double[] pair = scale.get(task);
                        pair[1] = Math.min(pair[1], runs[seed][checkpoints.length - 1]);
                    }
                }
                losses.computeIfAbsent(name, none -> new LinkedHashMap<>()).put(task, runs);
            }
            millis.put(name, nanos[0] / 1e6 / (scale.size() * seeds * checkpoints[checkpoints.length - 1]));
        }
        for (String name : names) {
            double[] mean = new double[checkpoints.length];
            double wins = 0;
            for (String task : scale.keySet()) {
                double[] pair = scale.get(task);
                for (int seed = 0; seed < seeds; seed++) {
                    double[] run = losses.get(name).get(task)[seed];
                    for (int i = 0; i < mean.length; i++) {
                        mean[i] += (run[i] - pair[1]) / (pair[0] - pair[1]) / (scale.size() * seeds);
                    }
                    double own = run[checkpoints.length - 1];
                    double first = losses.get(names.get(0)).get(task)[seed][checkpoints.length - 1];
                    wins += (own < first ? 1 : own == first ? 0.5 : 0) / (scale.size() * seeds);
                }
            }
            row(name, mean, wins, millis.get(name));
        }
    }

    /** Best losses at the checkpoints. */
    private double[] run(Sampler sampler, String task, double[] scale, Seed seed, long[] nanos) throws Exception {
        List<Observation> history = new ArrayList<>();
        double[] best = new double[checkpoints.length];
        double lowest = Double.POSITIVE_INFINITY;
        double lowestTold = Double.POSITIVE_INFINITY;
        for (int number = 0; number < checkpoints[checkpoints.length - 1]; number++) {
            long start = cpuNanos();
            Configuration next = sampler.suggest(number, history, List.of()).orElseThrow();
            nanos[0] += cpuNanos() - start;
            double loss = surrogate.losses(task, List.of(next))[0];
            double off =
                    noise == 0 ? 0 : seed.fork("noise", number).random().nextGaussian() * noise * (scale[0] - scale[1]);
            history.add(Observation.of(number, next, loss + off));
            if (loss + off < lowestTold) {
                lowestTold = loss + off;
                lowest = loss;
            }
            for (int i = 0; i < best.length; i++) {
                if (number + 1 == checkpoints[i]) {
                    best[i] = lowest;
                }
            }
        }
        return best;
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
