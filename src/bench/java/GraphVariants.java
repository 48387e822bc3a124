import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.google.protobuf.ByteString;
import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.data.Task;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.split.Folds;
import io.thresher.data.split.RowKeys;
import io.thresher.data.split.Splitter;
import io.thresher.data.split.Validation;
import io.thresher.metric.Metric;
import io.thresher.onnx.OnnxExport;
import io.thresher.onnx.Scorer;
import io.thresher.pipeline.Pipeline;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.trial.CrossValidated;
import io.thresher.trial.CrossValidation;
import io.thresher.trial.Objective;
import io.thresher.trial.PreparedFolds;
import io.thresher.worker.process.Families;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What exported graphs would gain if they were drawn in another way: inputs packed into one tensor of numbers and one of
 * words, and trees whose questions are put otherwise. Files are rewritten by hand here and run by ONNX Runtime.
 *
 * <pre>
 * java -Xmx2g -cp "target/quarkus-app/app/*:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*" \
 *     src/bench/java/GraphVariants.java [inputs trees]
 * </pre>
 *
 * <p>CPU time of the one thread that calls, best of the repetitions: a busy machine disturbs little. Rows take turns.
 */
public final class GraphVariants {
    private static final Seed SEED = new Seed(1);
    private static final List<String> CLASSES = List.of("no", "yes");
    private static final String TREES = "TreeEnsembleRegressor";
    private static final String TRACKS = "nodes_missing_value_tracks_true";

    private GraphVariants() {}

    public static void main(String[] arguments) throws IOException, OrtException {
        Locale.setDefault(Locale.ROOT);
        Stream.of("ml.dmlc", "ai.djl").forEach(name -> Logger.getLogger(name).setLevel(Level.OFF));
        List<String> wanted = arguments.length > 0 ? List.of(arguments) : List.of("inputs", "trees");
        if (wanted.contains("inputs")) {
            System.out.println("| columns, words of them | variant | KiB | opened, ms | one row, µs | rows/s of 500 |");
            System.out.println("|---|---|---|---|---|---|");
            for (int[] table : new int[][] {{50, 0}, {200, 0}, {856, 0}, {2000, 0}, {856, 86}}) {
                inputs(table[0], table[1]);
            }
        }
        if (wanted.contains("trees")) {
            System.out.println(
                    "| 5 × 100 trees, 30 numbers | variant | one row, µs | rows/s of 2,048 | largest difference |");
            System.out.println("|---|---|---|---|---|");
            trees(0.05);
            trees(0);
        }
    }

    // Inputs

    private static void inputs(int columns, int words) throws IOException, OrtException {
        Table rows = table(500, columns, words, 0.05);
        ModelProto file = model(table(400, columns, words, 0.05), 2, 20);
        boolean isPacked = file.getGraph().getInput(0).getName().equals("numbers");
        ModelProto named = isPacked ? named(file, rows) : file;
        Path path = Files.createTempFile("variant", ".onnx");
        Files.write(path, file.toByteArray());
        List<Table> single = IntStream.range(0, 300)
                .mapToObj(row -> rows.take(new int[] {row}))
                .toList();
        try (Scorer scorer = Scorer.load(path)) {
            report(columns, words, "as exported, all of Scorer", file, batch -> scorer.predict(batch), rows, single);
        } finally {
            Files.delete(path);
        }
        measure(columns, words, "one a column, ONNX Runtime alone", named, false, rows, single);
        measure(
                columns,
                words,
                "packed, ONNX Runtime alone",
                isPacked ? file : packed(file, columns - words, words),
                true,
                rows,
                single);
    }

    @FunctionalInterface
    private interface Run {
        void with(Table rows) throws OrtException;
    }

    private static void measure(
            int columns, int words, String what, ModelProto model, boolean packed, Table rows, List<Table> single)
            throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(model.toByteArray(), options())) {
            report(
                    columns,
                    words,
                    what,
                    model,
                    batch -> {
                        Map<String, OnnxTensor> inputs =
                                packed ? packedInputs(batch, environment) : namedInputs(batch, environment);
                        try (OrtSession.Result result = session.run(inputs, Set.of("probabilities"))) {
                            result.get(0).getInfo();
                        } finally {
                            inputs.values().forEach(OnnxTensor::close);
                        }
                    },
                    rows,
                    single);
        }
    }

    private static void report(
            int columns, int words, String what, ModelProto model, Run run, Table rows, List<Table> single)
            throws OrtException {
        double opened = Double.POSITIVE_INFINITY;
        for (int repeat = 0; repeat < 3; repeat++) {
            long start = cpu();
            OrtEnvironment.getEnvironment()
                    .createSession(model.toByteArray(), options())
                    .close();
            opened = Math.min(opened, (cpu() - start) / 1e6);
        }
        double one = Double.POSITIVE_INFINITY;
        double many = Double.POSITIVE_INFINITY;
        for (int repeat = 0; repeat < 6; repeat++) {
            long start = cpu();
            for (Table row : single) {
                run.with(row);
            }
            one = Math.min(one, (cpu() - start) / 1e3 / single.size());
            start = cpu();
            run.with(rows);
            many = Math.min(many, (cpu() - start) / 1e9);
        }
        System.out.printf(
                "| %,d, %d | %s | %,d | %.0f | %.0f | %,.0f |%n",
                columns, words, what, model.getSerializedSize() / 1024, opened, one, rows.rows() / many);
    }

    private static Map<String, OnnxTensor> namedInputs(Table batch, OrtEnvironment environment) throws OrtException {
        Map<String, OnnxTensor> inputs = new HashMap<>();
        FloatBuffer space = space(batch.rows() * batch.columns().size());
        long[] shape = {batch.rows(), 1};
        for (Column column : batch.columns()) {
            if (column instanceof NumberColumn numbers) {
                FloatBuffer values = space.slice(space.position(), batch.rows());
                for (int row = 0; row < batch.rows(); row++) {
                    space.put(numbers.value(row));
                }
                inputs.put(column.name(), OnnxTensor.createTensor(environment, values, shape));
            } else {
                String[] values = IntStream.range(0, batch.rows())
                        .mapToObj(row -> word(column, row))
                        .toArray(String[]::new);
                inputs.put(column.name(), OnnxTensor.createTensor(environment, values, shape));
            }
        }
        return inputs;
    }

    private static Map<String, OnnxTensor> packedInputs(Table batch, OrtEnvironment environment) throws OrtException {
        List<NumberColumn> numbers = batch.columns().stream()
                .filter(NumberColumn.class::isInstance)
                .map(NumberColumn.class::cast)
                .toList();
        List<Column> words = batch.columns().stream()
                .filter(column -> !(column instanceof NumberColumn))
                .toList();
        Map<String, OnnxTensor> inputs = new HashMap<>();
        FloatBuffer space = space(batch.rows() * numbers.size());
        for (int row = 0; row < batch.rows(); row++) {
            for (NumberColumn column : numbers) {
                space.put(column.value(row));
            }
        }
        inputs.put(
                "numbers",
                OnnxTensor.createTensor(environment, space.flip(), new long[] {batch.rows(), numbers.size()}));
        if (!words.isEmpty()) {
            String[] values = new String[batch.rows() * words.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = word(words.get(i % words.size()), i / words.size());
            }
            inputs.put("words", OnnxTensor.createTensor(environment, values, new long[] {batch.rows(), words.size()}));
        }
        return inputs;
    }

    private static String word(Column column, int row) {
        CategoryColumn words = (CategoryColumn) column;
        return words.code(row) < 0 ? "" : words.levels().get(words.code(row));
    }

    private static FloatBuffer space(int floats) {
        return ByteBuffer.allocateDirect(floats * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /** The same graph behind two inputs: a column of them is cut off wherever one was an input, words one by one. */
    private static ModelProto packed(ModelProto model, int numbers, int words) {
        GraphProto.Builder graph = model.getGraph().toBuilder();
        List<String> numberNames = names(graph, TensorProto.DataType.FLOAT);
        List<String> wordNames = names(graph, TensorProto.DataType.STRING);
        List<NodeProto> nodes = new ArrayList<>();
        graph.clearInput();
        graph.addInput(input("numbers", TensorProto.DataType.FLOAT, numbers));
        List<NodeProto> rest = new ArrayList<>();
        String together = null;
        for (NodeProto node : graph.getNodeList()) {
            if (node.getOpType().equals("Concat") && node.getInputList().equals(numberNames)) {
                together = node.getOutput(0);
            } else {
                rest.add(node);
            }
        }
        if (together == null) {
            nodes.add(split("numbers", numberNames));
        } else {
            nodes.add(NodeProto.newBuilder()
                    .setOpType("Identity")
                    .addInput("numbers")
                    .addOutput(together)
                    .build());
        }
        if (words > 0) {
            graph.addInput(input("words", TensorProto.DataType.STRING, words));
            nodes.add(split("words", wordNames));
        }
        nodes.addAll(together == null ? graph.getNodeList() : rest);
        return model.toBuilder().setGraph(graph.clearNode().addAllNode(nodes)).build();
    }

    /** The other way round: an input a column, put side by side first. */
    private static ModelProto named(ModelProto model, Table rows) {
        GraphProto.Builder graph = model.getGraph().toBuilder().clearInput().clearNode();
        for (ValueInfoProto packed : model.getGraph().getInputList()) {
            boolean numbers = packed.getName().equals("numbers");
            NodeProto.Builder together = NodeProto.newBuilder()
                    .setOpType("Concat")
                    .addOutput(packed.getName())
                    .addAttribute(whole("axis", 1));
            rows.columns().stream()
                    .filter(column -> column instanceof NumberColumn == numbers)
                    .map(Column::name)
                    .forEach(name -> {
                        graph.addInput(
                                input(name, numbers ? TensorProto.DataType.FLOAT : TensorProto.DataType.STRING, 1));
                        together.addInput(name);
                    });
            graph.addNode(together);
        }
        return model.toBuilder()
                .setGraph(graph.addAllNode(model.getGraph().getNodeList()))
                .build();
    }

    private static List<String> names(GraphProto.Builder graph, TensorProto.DataType type) {
        return graph.getInputList().stream()
                .filter(input -> input.getType().getTensorType().getElemType() == type.getNumber())
                .map(ValueInfoProto::getName)
                .toList();
    }

    private static ValueInfoProto input(String name, TensorProto.DataType type, int width) {
        ValueInfoProto.Builder input = ValueInfoProto.newBuilder().setName(name);
        input.getTypeBuilder()
                .getTensorTypeBuilder()
                .setElemType(type.getNumber())
                .getShapeBuilder()
                .addDim(Dimension.newBuilder().setDimParam("N"))
                .addDim(Dimension.newBuilder().setDimValue(width));
        return input.build();
    }

    private static NodeProto split(String packed, List<String> parts) {
        return NodeProto.newBuilder()
                .setOpType("Split")
                .addInput(packed)
                .addAllOutput(parts)
                .addAttribute(whole("axis", 1))
                .addAttribute(whole("num_outputs", parts.size()))
                .build();
    }

    private static AttributeProto whole(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    // Trees

    private static void trees(double missing) throws IOException, OrtException {
        ModelProto model = model(table(10_000, 30, 0, missing), 5, 100);
        Table rows = table(2048, 30, 0, missing);
        List<Table> single = IntStream.range(0, 200)
                .mapToObj(row -> rows.take(new int[] {row}))
                .toList();
        Map<String, UnaryOperator<NodeProto.Builder>> variants = new LinkedHashMap<>();
        variants.put("as exported: x < t, missing as each split says", trees -> trees);
        variants.put("x < t or x >= t, so that missing is no", GraphVariants::eitherQuestion);
        variants.put("x >= t everywhere", GraphVariants::otherQuestion);
        variants.put("x < t, missing is no (wrong; what is to be gained)", GraphVariants::withoutTracks);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        float[][] expected = null;
        for (Map.Entry<String, UnaryOperator<NodeProto.Builder>> variant : variants.entrySet()) {
            GraphProto.Builder graph = model.getGraph().toBuilder();
            for (int node = 0; node < graph.getNodeCount(); node++) {
                if (graph.getNode(node).getOpType().equals(TREES)) {
                    graph.setNode(node, variant.getValue().apply(graph.getNodeBuilder(node)));
                }
            }
            byte[] bytes = model.toBuilder().setGraph(graph).build().toByteArray();
            try (OrtSession session = environment.createSession(bytes, options())) {
                double one = Double.POSITIVE_INFINITY;
                double many = Double.POSITIVE_INFINITY;
                float[][] given = {};
                for (int repeat = 0; repeat < 10; repeat++) {
                    long start = cpu();
                    given = probabilities(session, rows, environment);
                    many = Math.min(many, (cpu() - start) / 1e9);
                    start = cpu();
                    for (Table row : single) {
                        probabilities(session, row, environment);
                    }
                    one = Math.min(one, (cpu() - start) / 1e3 / single.size());
                }
                expected = expected == null ? given : expected;
                System.out.printf(
                        "| %.0f %% missing | %s | %.0f | %,.0f | %.2g |%n",
                        100 * missing, variant.getKey(), one, rows.rows() / many, difference(expected, given));
            }
        }
    }

    private static float[][] probabilities(OrtSession session, Table rows, OrtEnvironment environment)
            throws OrtException {
        Map<String, OnnxTensor> inputs = namedInputs(rows, environment);
        try (OrtSession.Result result = session.run(inputs, Set.of("probabilities"))) {
            return (float[][]) result.get(0).getValue();
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static double difference(float[][] expected, float[][] given) {
        return IntStream.range(0, given.length)
                .mapToDouble(row -> Math.abs(expected[row][1] - given[row][1]))
                .max()
                .orElse(0);
    }

    private static NodeProto.Builder eitherQuestion(NodeProto.Builder trees) {
        AttributeProto.Builder tracks = attribute(trees, TRACKS);
        for (int node = 0; node < tracks.getIntsCount(); node++) {
            if (tracks.getInts(node) == 1) {
                turn(trees, node);
            }
        }
        return withoutTracks(trees);
    }

    private static NodeProto.Builder otherQuestion(NodeProto.Builder trees) {
        AttributeProto.Builder tracks = attribute(trees, TRACKS);
        for (int node = 0; node < attribute(trees, "nodes_modes").getStringsCount(); node++) {
            turn(trees, node);
            if (tracks.getIntsCount() > node) {
                tracks.setInts(node, 1 - tracks.getInts(node));
            }
        }
        return trees;
    }

    private static void turn(NodeProto.Builder trees, int node) {
        AttributeProto.Builder modes = attribute(trees, "nodes_modes");
        if (modes.getStrings(node).toStringUtf8().equals("BRANCH_LT")) {
            AttributeProto.Builder yes = attribute(trees, "nodes_truenodeids");
            AttributeProto.Builder no = attribute(trees, "nodes_falsenodeids");
            long left = yes.getInts(node);
            modes.setStrings(node, ByteString.copyFromUtf8("BRANCH_GTE"));
            yes.setInts(node, no.getInts(node));
            no.setInts(node, left);
        }
    }

    private static NodeProto.Builder withoutTracks(NodeProto.Builder trees) {
        List<AttributeProto> kept = trees.getAttributeList().stream()
                .filter(attribute -> !attribute.getName().equals(TRACKS))
                .toList();
        return trees.clearAttribute().addAllAttribute(kept);
    }

    private static AttributeProto.Builder attribute(NodeProto.Builder node, String name) {
        return node.getAttributeBuilderList().stream()
                .filter(attribute -> attribute.getName().equals(name))
                .findFirst()
                .orElseGet(AttributeProto::newBuilder);
    }

    // Common

    private static OrtSession.SessionOptions options() throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        return options;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static ModelProto model(Table table, int folds, long rounds) throws IOException {
        double[] labels = new double[table.rows()];
        SplittableRandom random = new SplittableRandom(5);
        for (int row = 0; row < labels.length; row++) {
            double sum = random.nextGaussian();
            for (int column = 0; column < 10; column++) {
                double value = ((NumberColumn) table.columns().get(column)).value(row);
                sum += Double.isNaN(value) ? 0 : Math.sin(2 * value);
            }
            labels[row] = sum > 0 ? 1 : 0;
        }
        Target target = Target.ofClasses(CLASSES, labels);
        Folds split = new Splitter(new Validation.KFold(folds), target, RowKeys.none(), SEED).folds();
        PreparedFolds prepared = new PreparedFolds(table, target, split, SEED, 256L << 20);
        Pipeline pipeline = new Pipeline(
                RepairRecipe.NONE,
                Families.all().family("xgboost").orElseThrow(),
                new Configuration("xgboost", Map.of("rounds", rounds)));
        Path file = Files.createTempFile("model", ".onnx");
        try (CrossValidated trained = new CrossValidation(prepared, new Objective(Task.BINARY, Metric.LOG_LOSS))
                .run(pipeline, SEED, measurement -> true)
                .orElseThrow()) {
            OnnxExport.write(trained.model(), CLASSES, Map.of(), file);
            return ModelProto.parseFrom(Files.readAllBytes(file));
        } finally {
            Files.delete(file);
        }
    }

    private static Table table(int rows, int columns, int words, double missing) {
        SplittableRandom random = new SplittableRandom(rows);
        List<Column> all = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            if (column < columns - words) {
                float[] values = new float[rows];
                for (int row = 0; row < rows; row++) {
                    values[row] = random.nextDouble() < missing ? Float.NaN : (float) random.nextGaussian();
                }
                all.add(new NumberColumn("number " + column, values));
            } else {
                String[] cells = new String[rows];
                Arrays.setAll(cells, row -> "level " + random.nextInt(20));
                all.add(CategoryColumn.of("word " + column, List.of(cells)));
            }
        }
        return new Table(rows, all);
    }
}
