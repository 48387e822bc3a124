package io.thresher.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.thresher.data.Column;
import io.thresher.data.Table;
import io.thresher.metric.Predictions;
import io.thresher.onnx.ModelSignature.Kind;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A model file, loaded and ready to predict. Safe for use by many threads at once. */
public final class Scorer implements AutoCloseable {
    /** Rows scored in one run: enough to be worth the call, few enough to share a table out among cores evenly. */
    private static final int CHUNK_ROWS = 2048;
    /** Characters scored in one run at most: a text is cut into tokens, as many for every row as the longest has. */
    private static final int CHUNK_CHARACTERS = 1 << 22;

    /** Numbers of terms scored in one run at most: each step of a graph has one a row and term, in double precision. */
    private static final int CHUNK_TERMS = 1 << 21;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final ModelSignature signature;
    private final Map<String, String> facts;
    private final List<Input> inputs;
    private final String output;

    /** A column and the input that takes it, where each has one of its own. */
    private record Input(String column, String name, Kind kind) {}

    private Scorer(
            OrtEnvironment environment, OrtSession session, ModelSignature signature, Map<String, String> facts) {
        this.environment = environment;
        this.session = session;
        this.signature = signature;
        this.facts = facts;
        this.inputs = signature.inputs().entrySet().stream()
                .map(input -> new Input(input.getKey(), InputName.of(input.getKey()), input.getValue()))
                .toList();
        this.output = OnnxExport.free(
                signature.classes().isEmpty() ? OnnxExport.PREDICTION : OnnxExport.PROBABILITIES,
                signature.inputs().keySet());
    }

    /**
     * Loads a model that {@link OnnxExport} wrote.
     *
     * @throws InvalidModel if the file is not such a model
     */
    public static Scorer load(Path model) {
        Map<String, String> facts = ModelFacts.read(model);
        try {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                options.addConfigEntry("session.intra_op.allow_spinning", "0");
                OrtSession session = environment.createSession(model.toString(), options);
                return new Scorer(environment, session, signatureOf(session, facts), facts);
            }
        } catch (OrtException e) {
            throw new InvalidModel("%s is not a model that ONNX Runtime can load".formatted(model), e);
        }
    }

    public ModelSignature signature() {
        return signature;
    }

    /** What the file says of itself under that name, if anything. */
    public Optional<String> fact(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    /**
     * Predicts every row; many of them by as many threads as there are cores.
     *
     * @param table has every input column; others are ignored
     * @throws IllegalArgumentException if an input column is missing
     */
    public Predictions predict(Table table) {
        int width = Math.max(1, signature.classes().size());
        float[] values = new float[table.rows() * width];
        Map<String, InputColumn> columns = columns(table);
        int rows = chunkRows(columns.values(), terms());
        // A thread a chunk, not threads within a run: reading columns is shared out, too, and single rows wait for
        // nobody.
        IntStream.range(0, (table.rows() + rows - 1) / rows).parallel().forEach(chunk -> {
            int from = chunk * rows;
            int to = Math.min(table.rows(), from + rows);
            run(columns, from, to, FloatBuffer.wrap(values, from * width, (to - from) * width));
        });
        return new Predictions(table.rows(), width, values);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the model could not be closed", e);
        }
    }

    /** Input to what it takes. */
    private Map<String, InputColumn> columns(Table table) {
        Map<String, InputColumn> columns = new LinkedHashMap<>();
        for (Input input : inputs) {
            Column column = table.column(input.column())
                    .orElseThrow(() ->
                            new IllegalArgumentException("the model needs a column '%s'".formatted(input.column())));
            columns.put(input.name(), InputColumn.of(column, input.kind()));
        }
        return columns;
    }

    /** The most terms that are counted in the texts of one column. */
    private int terms() {
        return fact(OnnxExport.TERMS).map(Integer::valueOf).orElse(0);
    }

    /** As many as fit into memory with all that is computed on the way. */
    static int chunkRows(Collection<InputColumn> columns, int terms) {
        int longest = columns.stream().mapToInt(InputColumn::longest).max().orElse(0);
        int fitting = Math.min(CHUNK_CHARACTERS / Math.max(1, longest), CHUNK_TERMS / Math.max(1, terms));
        return Math.max(1, Math.min(CHUNK_ROWS, fitting));
    }

    private void run(Map<String, InputColumn> columns, int from, int to, FloatBuffer predictions) {
        // Direct memory is dear to get: once for all columns, of which wide tables have thousands.
        int floats = columns.values().stream().mapToInt(InputColumn::floats).sum() * (to - from);
        FloatBuffer space = ByteBuffer.allocateDirect(floats * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
        try {
            if (signature.packed()) {
                new PackedRows(columns.values(), from, to).hand(tensors, environment, space);
            } else {
                for (Map.Entry<String, InputColumn> column : columns.entrySet()) {
                    tensors.put(column.getKey(), column.getValue().tensor(environment, from, to, space));
                }
            }
            try (OrtSession.Result result = session.run(tensors, Set.of(output))) {
                OnnxValue value = result.get(0);
                predictions.put(((OnnxTensor) value).getFloatBuffer());
            }
        } catch (OrtException e) {
            throw new IllegalStateException("the model could not be run: " + e.getMessage(), e);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private static ModelSignature signatureOf(OrtSession session, Map<String, String> facts) throws OrtException {
        Map<String, Kind> inputs = new LinkedHashMap<>();
        Map<String, List<String>> packed = PackedInputs.told(facts);
        for (Map.Entry<String, NodeInfo> input : session.getInputInfo().entrySet()) {
            Kind kind = ((TensorInfo) input.getValue().getInfo()).type == OnnxJavaType.STRING ? Kind.WORD : Kind.NUMBER;
            packed.getOrDefault(input.getKey(), List.of(InputName.column(input.getKey())))
                    .forEach(column -> inputs.put(column, kind));
        }
        String classes = facts.get(OnnxExport.CLASSES);
        if (classes == null) {
            throw new InvalidModel("the model does not name its classes: it was not exported by Thresher");
        }
        return new ModelSignature(inputs, ClassLabels.parse(classes), !packed.isEmpty());
    }
}
