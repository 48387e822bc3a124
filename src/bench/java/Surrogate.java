import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.thresher.seed.Seed;
import io.thresher.space.Condition;
import io.thresher.space.Configuration;
import io.thresher.space.FamilySpace;
import io.thresher.space.FamilySpace.Dimension;
import io.thresher.space.Parameter;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/**
 * One surrogate benchmark of YAHPO Gym: its space, its tasks, and what a training run would have scored, at once. Other
 * benchmarks use it, so it is compiled before they run:
 *
 * <pre>
 * javac -d target/bench -cp "target/quarkus-app/app/*:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*" src/bench/java/Surrogate.java
 * </pre>
 */
public final class Surrogate implements AutoCloseable {
    private static final int HELD_OUT = 8;

    /** How a benchmark's model is asked; the loss is an output or its negative, the seconds are those of training. */
    private record Questions(
            String task,
            Map<String, Double> fidelity,
            List<String> words,
            List<String> numbers,
            int loss,
            boolean maximised,
            int seconds) {}

    private static final Map<String, Questions> BENCHMARKS = Map.of(
            "lcbench",
            new Questions(
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
                    1,
                    true,
                    0),
            "rbv2_xgboost",
            new Questions(
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
                    5,
                    false,
                    6));

    private final String name;
    private final Questions questions;
    private final FamilySpace family;
    private final JsonNode codes;
    private final JsonNode reference;
    private final List<String> tasks = new ArrayList<>();
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    /** The loss of a configuration on a task, lower is better, and the seconds it would have trained. */
    public record Outcome(double loss, double seconds) {}

    /** @param folder that holds the benchmarks */
    public Surrogate(String name, Path folder) throws IOException, OrtException {
        this.name = name;
        this.questions = BENCHMARKS.get(name);
        ObjectMapper json = new ObjectMapper();
        this.reference =
                json.readTree(folder.resolve("reference.json").toFile()).get(name);
        Path own = folder.resolve(name);
        this.codes = json.readTree(own.resolve("encoding.json").toFile());
        this.family = family(json.readTree(own.resolve("config_space.json").toFile()));
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        this.session = environment.createSession(own.resolve("model.onnx").toString(), options);
    }

    /** Names of all benchmarks. */
    public static List<String> names() {
        return BENCHMARKS.keySet().stream().sorted().toList();
    }

    public String name() {
        return name;
    }

    /** The space of one configuration, called as the benchmark is. */
    public FamilySpace family() {
        return family;
    }

    /** All tasks. */
    public List<String> tasks() {
        return List.copyOf(tasks);
    }

    /** What others reached on the listed tasks, by task. */
    public JsonNode reference() {
        return reference;
    }

    /** Tasks of which others' figures are known. */
    public List<String> listed() {
        List<String> listed = new ArrayList<>();
        reference.fieldNames().forEachRemaining(listed::add);
        return listed;
    }

    /** Eight tasks that are not listed, picked by a seed, on which nothing is ever learned. */
    public List<String> heldOut() {
        List<String> left = new ArrayList<>(tasks);
        left.removeAll(listed());
        SplittableRandom random = new Seed(2024).random();
        List<String> held = new ArrayList<>();
        while (held.size() < HELD_OUT) {
            held.add(left.remove(random.nextInt(left.size())));
        }
        return held;
    }

    /** Losses of configurations on a task, lower is better. */
    public double[] losses(String task, List<Configuration> configurations) throws OrtException {
        return losses(task, configurations, questions.fidelity());
    }

    /** The same where training went only so far; {@code fidelity} by the names of the benchmark. */
    public double[] losses(String task, List<Configuration> configurations, Map<String, Double> fidelity)
            throws OrtException {
        return outcomes(task, configurations, fidelity).stream()
                .mapToDouble(Outcome::loss)
                .toArray();
    }

    /** What configurations reach on a task. */
    public List<Outcome> outcomes(String task, List<Configuration> configurations) throws OrtException {
        return outcomes(task, configurations, questions.fidelity());
    }

    private List<Outcome> outcomes(String task, List<Configuration> configurations, Map<String, Double> fidelity)
            throws OrtException {
        int rows = configurations.size();
        int[] words = new int[rows * questions.words().size()];
        float[] numbers = new float[rows * questions.numbers().size()];
        int word = 0;
        int number = 0;
        for (Configuration configuration : configurations) {
            for (String column : questions.words()) {
                String value = column.equals(questions.task()) ? task : configuration.choice(column, "#na#");
                words[word++] = codes.get(column).get(value).asInt();
            }
            for (String column : questions.numbers()) {
                Double fixed = fidelity.get(column);
                numbers[number++] = (float) (fixed == null ? configuration.real(column, 0) : fixed);
            }
        }
        try (OnnxTensor categories = OnnxTensor.createTensor(environment, IntBuffer.wrap(words), new long[] {
                    rows, questions.words().size()
                });
                OnnxTensor continuous = OnnxTensor.createTensor(environment, FloatBuffer.wrap(numbers), new long[] {
                    rows, questions.numbers().size()
                });
                OrtSession.Result result = session.run(Map.of("x_cat", categories, "x_cont", continuous))) {
            float[][] outputs = (float[][]) result.get(0).getValue();
            return Arrays.stream(outputs)
                    .map(output -> new Outcome(
                            questions.maximised() ? -output[questions.loss()] : output[questions.loss()],
                            output[questions.seconds()]))
                    .toList();
        }
    }

    /** Losses of so many configurations drawn at random, in ascending order. */
    public double[] randomLosses(String task, int draws) throws OrtException {
        SplittableRandom random = new Seed(1).fork(task).random();
        List<Configuration> drawn = new ArrayList<>();
        for (int i = 0; i < draws; i++) {
            drawn.add(family.sample(random));
        }
        return DoubleStream.of(losses(task, drawn)).sorted().toArray();
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
            String parameter = node.get("name").asText();
            if (parameter.equals(questions.task())) {
                node.get("choices").forEach(choice -> tasks.add(choice.asText()));
            } else if (!questions.fidelity().containsKey(parameter)) {
                Dimension dimension = new Dimension(parameter(node), Optional.ofNullable(conditions.get(parameter)), 1);
                // A condition speaks of an earlier parameter: parents first.
                dimensions.add(parameter.equals("booster") ? 0 : dimensions.size(), dimension);
            }
        }
        return new FamilySpace(name, dimensions, 1);
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

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
