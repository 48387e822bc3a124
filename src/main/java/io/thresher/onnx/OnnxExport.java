package io.thresher.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.Tensor;
import io.thresher.pipeline.FittedPipeline;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes fitted pipelines as one ONNX file that takes raw columns.
 *
 * <p>Inputs: each column by its name, float32 or string, N × 1; NaN or the empty string where missing; words never seen
 * in training are allowed; a character that not every program can name an input with is written as {@link InputName} has
 * it. Outputs: {@code probabilities} (N × classes) and {@code label} (N), or {@code prediction}
 * (N × 1); an output whose name is a column's gets {@code predicted_} in front. Several pipelines are averaged. Tables of
 * more than {@link PackedInputs#MOST_NAMED} columns have {@link PackedInputs}.
 */
public final class OnnxExport {
    /** Probabilities, N × classes. */
    static final String PROBABILITIES = "probabilities";
    /** The most probable class, N. */
    static final String LABEL = "label";
    /** The predicted number, N × 1. */
    static final String PREDICTION = "prediction";
    /** Metadata key of the class labels, a JSON array. */
    static final String CLASSES = "thresher.classes";

    /** Metadata key of the most terms that are counted in the texts of one column. */
    static final String TERMS = "thresher.terms";

    private static final int IR_VERSION = 9;
    private static final int OPSET = 20;
    private static final int ML_OPSET = 3;

    private OnnxExport() {}

    /**
     * Writes the average of {@code members} to {@code file}.
     *
     * @param members at least one; all fitted for the same target on tables with the same columns
     * @param classes class labels in the order of the probabilities; empty for regression
     * @param facts what else the file should say of itself, by name
     */
    public static void write(List<FittedPipeline> members, List<String> classes, Map<String, String> facts, Path file)
            throws IOException {
        OnnxGraph graph = new OnnxGraph();
        Tensor[] outputs = members.stream().map(member -> member.draw(graph)).toArray(Tensor[]::new);
        Tensor average = outputs.length == 1 ? outputs[0] : graph.apply("Mean", outputs);
        write(graph, average, classes, facts, file);
    }

    /** Writes a graph whose {@code average} is what it predicts. */
    static void write(OnnxGraph graph, Tensor average, List<String> classes, Map<String, String> facts, Path file)
            throws IOException {
        ModelProto model = finished(graph, average, classes, facts);
        try (OutputStream out = Files.newOutputStream(file)) {
            model.writeTo(out);
        }
    }

    private static ModelProto finished(
            OnnxGraph graph, Tensor average, List<String> classes, Map<String, String> facts) {
        Set<String> columns = graph.inputs();
        if (classes.isEmpty()) {
            graph.output(average, free(PREDICTION, columns), TensorProto.DataType.FLOAT, List.of(1L));
        } else {
            graph.output(
                    average, free(PROBABILITIES, columns), TensorProto.DataType.FLOAT, List.of((long) classes.size()));
            Tensor best =
                    graph.apply("ArgMax", Attributes.none().with("axis", 1).with("keepdims", 0), average);
            Tensor label = graph.apply("Gather", graph.strings(classes), best);
            graph.output(label, free(LABEL, columns), TensorProto.DataType.STRING, List.of());
        }
        GraphProto drawn = graph.build();
        Map<String, List<String>> packed = PackedInputs.of(drawn);
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName(Producer.NAME)
                .setProducerVersion(Producer.VERSION)
                .setDocString(document(classes, !packed.isEmpty()))
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
                .addOpsetImport(
                        OperatorSetIdProto.newBuilder().setDomain("ai.onnx.ml").setVersion(ML_OPSET))
                .setGraph(packed.isEmpty() ? drawn : PackedInputs.pack(drawn, packed));
        if (graph.usesMicrosoft()) {
            model.addOpsetImport(OperatorSetIdProto.newBuilder()
                    .setDomain(OnnxGraph.MICROSOFT_DOMAIN)
                    .setVersion(1));
        }
        Map<String, String> metadata = new TreeMap<>(facts);
        metadata.put(CLASSES, ClassLabels.write(classes));
        metadata.keySet().removeIf(key -> key.startsWith(PackedInputs.key("")));
        packed.forEach((input, names) -> metadata.put(PackedInputs.key(input), ClassLabels.write(names)));
        if (graph.terms() > 0) {
            metadata.put(TERMS, String.valueOf(graph.terms()));
        }
        metadata.forEach((key, value) -> model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return model.build();
    }

    /** What a reader of the file must know to run it. */
    private static String document(List<String> classes, boolean packed) {
        return "A model found by Thresher: the whole way from raw columns to predictions. Inputs: "
                + (packed
                        ? "numbers, float32, N x the columns of thresher.inputs.numbers, NaN where missing, and words,"
                                + " string, N x the columns of thresher.inputs.words, empty where missing; words never"
                                + " seen in training are allowed. Outputs: "
                        : "each column by its name, N x 1, float32 with NaN where a number is missing, or string, empty"
                                + " where a word is missing; words never seen in training are allowed; an emoji in a"
                                + " name is written as its code point, {U+1F600}. Outputs: ")
                + (classes.isEmpty()
                        ? "the predicted number, N x 1."
                        : "probabilities, N x classes in the order of thresher.classes, and the most probable label, N.")
                + " An output called like a column has predicted_ in front. The metadata thresher.* tell the columns and"
                + " their roles, the target, what the model was trained on and how, and its score.";
    }

    /** ONNX has one name space for inputs and outputs, and a column may be called "label". */
    static String free(String output, Set<String> columns) {
        String name = output;
        while (columns.contains(name)) {
            name = "predicted_" + name;
        }
        return name;
    }
}
