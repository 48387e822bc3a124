import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.thresher.search.FamilySampler;
import io.thresher.search.GaussianProcessSampler;
import io.thresher.search.Observation;
import io.thresher.search.RandomSampler;
import io.thresher.search.Sampler;
import io.thresher.seed.Seed;
import io.thresher.space.Condition;
import io.thresher.space.Configuration;
import io.thresher.space.FamilySpace;
import io.thresher.space.FamilySpace.Dimension;
import io.thresher.space.Parameter;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/**
 * Mean normalised regret of our samplers on the surrogate benchmarks of YAHPO Gym, after 25, 50, 100 and 200 evaluations,
 * beside random search and Optuna's multivariate TPE on the listed tasks.
 *
 * <pre>
 * java -cp "target/quarkus-app/app/*:target/quarkus-app/lib/main/*" src/bench/java/SurrogateFigures.java \
 *     ../shared [seeds] [lcbench|rbv2_xgboost|all] [listed|others|every] [sampler,sampler…] [noise]
 * </pre>
 *
 * <p>With noise, what a sampler is told is off by a normal deviate of that many (median − best); the regret is that of
 * the configuration it takes for the best, without noise.
 *
 * <p>"others" are eight tasks of each benchmark that are not listed in its reference, picked by a seed. Their median is
 * that of 10,000 random configurations, as is the listed ones'; their best is the lowest loss that random search or any
 * sampler ever found in a run of this program. Both are kept in {@code target/surrogates.properties}.
 */
public final class SurrogateFigures {
    private static final int[] CHECKPOINTS = {25, 50, 100, 200};
    private static final int DRAWS = 10_000;
    private static final int OTHER_TASKS = 8;
    private static final Path KNOWN = Path.of("target", "surrogates.properties");
    private static final Map<String, BiFunction<FamilySpace, Seed, Sampler>> SAMPLERS = samplers();

    private static Map<String, BiFunction<FamilySpace, Seed, Sampler>> samplers() {
        Map<String, BiFunction<FamilySpace, Seed, Sampler>> samplers = new LinkedHashMap<>();
        samplers.put("random", RandomSampler::within);
        samplers.put("gp", GaussianProcessSampler::new);
        samplers.put("family", FamilySampler::new);
        return samplers;
    }

    /** How a benchmark's model is asked. */
    private record Benchmark(
            String name,
            String task,
            Map<String, Double> fidelity,
            List<String> words,
            List<String> numbers,
            int output) {}

    private static final List<Benchmark> BENCHMARKS = List.of(
            new Benchmark(
                    "lcbench",
                    "OpenML_task_id",
                    Map.of("epoch", 52.0),
                    List.of("OpenML_task_id"),
                    List.of(
                            "epoch",
                            "batch_size",
                            "learning_rate",
                            "momentum",
                            "weight_decay",
                            "num_layers",
                            "max_units",
                            "max_dropout"),
                    1),
            new Benchmark(
                    "rbv2_xgboost",
                    "task_id",
                    Map.of("trainsize", 1.0, "repl", 10.0),
                    List.of("task_id", "booster", "num.impute.selected.cpo"),
                    List.of(
                            "nrounds",
                            "eta",
                            "gamma",
                            "lambda",
                            "alpha",
                            "subsample",
                            "max_depth",
                            "min_child_weight",
                            "colsample_bytree",
                            "colsample_bylevel",
                            "rate_drop",
                            "skip_drop",
                            "trainsize",
                            "repl"),
                    5));

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        Path shared = Path.of(arguments[0]).resolve("bench");
        int seeds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        String wanted = arguments.length > 2 ? arguments[2] : "all";
        String tasks = arguments.length > 3 ? arguments[3] : "every";
        List<String> names = arguments.length > 4 ? List.of(arguments[4].split(",")) : List.copyOf(SAMPLERS.keySet());
        double noise = arguments.length > 5 ? Double.parseDouble(arguments[5]) : 0;
        JsonNode reference =
                new ObjectMapper().readTree(shared.resolve("reference.json").toFile());
        for (Benchmark benchmark : BENCHMARKS) {
            if (wanted.equals("all") || wanted.equals(benchmark.name())) {
                try (Surrogate surrogate = new Surrogate(benchmark, shared.resolve(benchmark.name()), noise)) {
                    if (!tasks.equals("others")) {
                        listed(surrogate, reference.get(benchmark.name()), seeds, names);
                    }
                    if (!tasks.equals("listed")) {
                        others(surrogate, reference.get(benchmark.name()), seeds, names);
                    }
                }
            }
        }
    }

    private static void listed(Surrogate surrogate, JsonNode reference, int seeds, List<String> names)
            throws Exception {
        System.out.printf("%n%s, listed tasks, %d seeds%n", surrogate.benchmark.name(), seeds);
        Map<String, double[]> scale = new LinkedHashMap<>();
        reference
                .fields()
                .forEachRemaining(task -> scale.put(task.getKey(), new double[] {
                    task.getValue().get("median").asDouble(),
                    task.getValue().get("best").asDouble()
                }));
        header();
        for (String other : List.of("random", "optuna_tpe_multivariate")) {
            double[] mean = new double[CHECKPOINTS.length];
            reference.forEach(task -> {
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += task.get("regret")
                                    .get(other)
                                    .get("" + CHECKPOINTS[i])
                                    .asDouble()
                            / reference.size();
                }
            });
            row("(" + other + ")", mean, 0, 0);
        }
        table(surrogate, scale, seeds, names, false);
    }

    private static void others(Surrogate surrogate, JsonNode reference, int seeds, List<String> names)
            throws Exception {
        System.out.printf("%n%s, %d other tasks, %d seeds%n", surrogate.benchmark.name(), OTHER_TASKS, seeds);
        List<String> tasks = new ArrayList<>(surrogate.tasks());
        reference.fieldNames().forEachRemaining(tasks::remove);
        SplittableRandom random = new Seed(2024).random();
        Map<String, double[]> scale = new LinkedHashMap<>();
        Properties known = new Properties();
        if (Files.exists(KNOWN)) {
            try (var in = Files.newInputStream(KNOWN)) {
                known.load(in);
            }
        }
        while (scale.size() < OTHER_TASKS) {
            String task = tasks.remove(random.nextInt(tasks.size()));
            String key = surrogate.benchmark.name() + "." + task;
            if (!known.containsKey(key)) {
                known.setProperty(key, surrogate.medianAndBest(task));
            }
            scale.put(
                    task,
                    Arrays.stream(known.getProperty(key).split(" "))
                            .mapToDouble(Double::parseDouble)
                            .toArray());
        }
        header();
        table(surrogate, scale, seeds, names, true);
        scale.forEach(
                (task, pair) -> known.setProperty(surrogate.benchmark.name() + "." + task, pair[0] + " " + pair[1]));
        try (var out = Files.newOutputStream(KNOWN)) {
            known.store(out, "task = median best");
        }
    }

    private static void header() {
        System.out.println("| sampler | @25 | @50 | @100 | @200 | beats the first at @100 | CPU ms an ask |");
        System.out.println("|---|---|---|---|---|---|---|");
    }

    private static void row(String name, double[] mean, double wins, double millis) {
        System.out.printf("| %-16s", name);
        for (double regret : mean) {
            System.out.printf(" | %.4f", regret);
        }
        System.out.printf(" | %.2f | %.2f |%n", wins, millis);
    }

    /** Runs everything first: what was the best is known only then. */
    private static void table(
            Surrogate surrogate, Map<String, double[]> scale, int seeds, List<String> names, boolean learnsBest)
            throws Exception {
        Map<String, Map<String, double[][]>> losses = new LinkedHashMap<>();
        Map<String, Double> millis = new LinkedHashMap<>();
        for (String name : names) {
            long[] nanos = new long[1];
            for (String task : scale.keySet()) {
                double[][] runs = new double[seeds][];
                for (int seed = 0; seed < seeds; seed++) {
                    Sampler sampler = SAMPLERS.get(name).apply(surrogate.family, new Seed(seed).fork(task));
                    runs[seed] = surrogate.run(sampler, task, scale.get(task), new Seed(seed), nanos);
                    if (learnsBest) {
                        double[] pair = scale.get(task);
                        pair[1] = Math.min(pair[1], runs[seed][CHECKPOINTS.length - 1]);
                    }
                }
                losses.computeIfAbsent(name, none -> new LinkedHashMap<>()).put(task, runs);
            }
            millis.put(name, nanos[0] / 1e6 / (scale.size() * seeds * 200));
        }
        for (String name : names) {
            double[] mean = new double[CHECKPOINTS.length];
            double wins = 0;
            for (String task : scale.keySet()) {
                double[] pair = scale.get(task);
                for (int seed = 0; seed < seeds; seed++) {
                    double[] run = losses.get(name).get(task)[seed];
                    for (int i = 0; i < mean.length; i++) {
                        mean[i] += (run[i] - pair[1]) / (pair[0] - pair[1]) / (scale.size() * seeds);
                    }
                    double first = losses.get(names.get(0)).get(task)[seed][2];
                    wins += (run[2] < first ? 1 : run[2] == first ? 0.5 : 0) / (scale.size() * seeds);
                }
            }
            row(name, mean, wins, millis.get(name));
        }
    }

    /** One benchmark: its space and its model. */
    private static final class Surrogate implements AutoCloseable {
        private final Benchmark benchmark;
        private final double noise;
        private final FamilySpace family;
        private final JsonNode codes;
        private final List<String> tasks = new ArrayList<>();
        private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
        private final OrtSession session;

        Surrogate(Benchmark benchmark, Path folder, double noise) throws IOException, OrtException {
            this.benchmark = benchmark;
            this.noise = noise;
            ObjectMapper json = new ObjectMapper();
            this.codes = json.readTree(folder.resolve("encoding.json").toFile());
            this.family =
                    family(json.readTree(folder.resolve("config_space.json").toFile()));
            OrtSession.SessionOptions options = new OrtSession.SessionOptions();
            options.setIntraOpNumThreads(1);
            this.session =
                    environment.createSession(folder.resolve("model.onnx").toString(), options);
        }

        List<String> tasks() {
            return tasks;
        }

        private FamilySpace family(JsonNode space) {
            Map<String, Condition> conditions = new LinkedHashMap<>();
            for (JsonNode condition : space.get("conditions")) {
                List<Object> values = new ArrayList<>();
                if (condition.has("value")) {
                    values.add(condition.get("value").asText());
                } else {
                    condition.get("values").forEach(value -> values.add(value.asText()));
                }
                conditions.put(
                        condition.get("child").asText(),
                        new Condition(condition.get("parent").asText(), values));
            }
            List<Dimension> dimensions = new ArrayList<>();
            for (JsonNode node : space.get("hyperparameters")) {
                String name = node.get("name").asText();
                if (name.equals(benchmark.task())) {
                    node.get("choices").forEach(choice -> tasks.add(choice.asText()));
                } else if (!benchmark.fidelity().containsKey(name)) {
                    Dimension dimension = new Dimension(parameter(node), Optional.ofNullable(conditions.get(name)), 1);
                    // A condition speaks of an earlier parameter: parents first.
                    dimensions.add(name.equals("booster") ? 0 : dimensions.size(), dimension);
                }
            }
            return new FamilySpace(benchmark.name(), dimensions, 1);
        }

        private static Parameter parameter(JsonNode node) {
            String name = node.get("name").asText();
            if (node.get("type").asText().equals("categorical")) {
                List<String> choices = new ArrayList<>();
                node.get("choices").forEach(choice -> choices.add(choice.asText()));
                return new Parameter.Choice(name, choices, node.get("default").asText());
            }
            boolean log = node.get("log").asBoolean();
            return node.get("type").asText().equals("uniform_int")
                    ? new Parameter.Whole(
                            name,
                            node.get("lower").asLong(),
                            node.get("upper").asLong(),
                            log,
                            node.get("default").asLong())
                    : new Parameter.Real(
                            name,
                            node.get("lower").asDouble(),
                            node.get("upper").asDouble(),
                            log,
                            node.get("default").asDouble());
        }

        /** Best losses at the checkpoints. */
        double[] run(Sampler sampler, String task, double[] scale, Seed seed, long[] nanos) throws OrtException {
            List<Observation> history = new ArrayList<>();
            double[] best = new double[CHECKPOINTS.length];
            double lowest = Double.POSITIVE_INFINITY;
            double lowestTold = Double.POSITIVE_INFINITY;
            for (int number = 0; number < CHECKPOINTS[CHECKPOINTS.length - 1]; number++) {
                long start = cpuNanos();
                Configuration next = sampler.suggest(number, history, List.of()).orElseThrow();
                nanos[0] += cpuNanos() - start;
                double loss = losses(task, List.of(next))[0];
                double off = noise == 0
                        ? 0
                        : seed.fork("noise", number).random().nextGaussian() * noise * (scale[0] - scale[1]);
                history.add(Observation.of(number, next, loss + off));
                if (loss + off < lowestTold) {
                    lowestTold = loss + off;
                    lowest = loss;
                }
                for (int i = 0; i < best.length; i++) {
                    if (number + 1 == CHECKPOINTS[i]) {
                        best[i] = lowest;
                    }
                }
            }
            return best;
        }

        String medianAndBest(String task) throws OrtException {
            SplittableRandom random = new Seed(1).fork(task).random();
            List<Configuration> drawn = new ArrayList<>();
            for (int i = 0; i < DRAWS; i++) {
                drawn.add(family.sample(random));
            }
            double[] losses = losses(task, drawn);
            Arrays.sort(losses);
            return losses[DRAWS / 2] + " " + losses[0];
        }

        private double[] losses(String task, List<Configuration> configurations) throws OrtException {
            int rows = configurations.size();
            int[] words = new int[rows * benchmark.words().size()];
            float[] numbers = new float[rows * benchmark.numbers().size()];
            int word = 0;
            int number = 0;
            for (Configuration configuration : configurations) {
                for (String name : benchmark.words()) {
                    String value = name.equals(benchmark.task()) ? task : configuration.choice(name, "#na#");
                    words[word++] = codes.get(name).get(value).asInt();
                }
                for (String name : benchmark.numbers()) {
                    Double fixed = benchmark.fidelity().get(name);
                    numbers[number++] = (float) (fixed == null ? configuration.real(name, 0) : fixed);
                }
            }
            try (OnnxTensor categories = OnnxTensor.createTensor(environment, IntBuffer.wrap(words), new long[] {
                        rows, benchmark.words().size()
                    });
                    OnnxTensor continuous = OnnxTensor.createTensor(environment, FloatBuffer.wrap(numbers), new long[] {
                        rows, benchmark.numbers().size()
                    });
                    OrtSession.Result result = session.run(Map.of("x_cat", categories, "x_cont", continuous))) {
                float[][] outputs = (float[][]) result.get(0).getValue();
                boolean maximise = benchmark.name().equals("lcbench");
                return Arrays.stream(outputs)
                        .mapToDouble(output -> maximise ? -output[benchmark.output()] : output[benchmark.output()])
                        .toArray();
            }
        }

        private static long cpuNanos() {
            return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }

        @Override
        public void close() throws OrtException {
            session.close();
        }
    }
}
