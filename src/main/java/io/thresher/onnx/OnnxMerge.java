package io.thresher.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes one model file of several: their graphs are drawn into one, what is equal in them (the preparation of columns
 * above all) only once, and their predictions are averaged by weight. The same files give the same bytes.
 */
public final class OnnxMerge {
    private static final float SMALLEST_PROBABILITY = 1e-15f;

    private OnnxMerge() {}

    /** Writes the weighted average of {@code members}, without a second layer. */
    public static void write(List<WeightedModel> members, double temperature, Map<String, String> facts, Path file)
            throws IOException {
        write(members, Optional.empty(), temperature, facts, file);
    }

    /**
     * Writes the weighted average of {@code members}, or what a layer makes of them.
     *
     * @param members files that {@link OnnxExport} wrote for the same target of the same table; weights sum to 1
     * @param layer drawn over the members in place of their average, with coefficients in their order
     * @param temperature of the averaged probabilities, 1 to leave them as they are; of no matter for numbers
     * @param facts what the file should say of itself beside or instead of what its first member says
     * @throws InvalidModel if a member is not such a file
     */
    public static void write(
            List<WeightedModel> members,
            Optional<StackedLayer> layer,
            double temperature,
            Map<String, String> facts,
            Path file)
            throws IOException {
        OnnxGraph graph = new OnnxGraph();
        Map<String, String> all = new TreeMap<>();
        List<Tensor> plain = new ArrayList<>();
        List<Tensor> parts = new ArrayList<>();
        for (WeightedModel member : members) {
            ModelProto model = ModelFile.read(member.file());
            Map<String, String> told = told(model);
            told.forEach(all::putIfAbsent);
            Tensor prediction = new GraphReplay(PackedInputs.unpacked(model, told), graph)
                    .prediction(classes(told).isEmpty());
            plain.add(prediction);
            if (member.weight() > 0) {
                parts.add(graph.apply("Mul", prediction, graph.floats(new long[0], (float) member.weight())));
            }
        }
        List<String> classes = classes(all);
        all.putAll(facts);
        Tensor average = parts.size() == 1 ? parts.get(0) : graph.apply("Sum", parts.toArray(Tensor[]::new));
        boolean numbers = classes.isEmpty();
        Tensor prediction = layer.map(over -> over.draw(graph, average, plain, numbers))
                .orElseGet(() -> numbers || temperature == 1 ? average : tempered(graph, average, temperature));
        OnnxExport.write(graph, prediction, classes, all, file);
    }

    private static Tensor tempered(GraphBuilder graph, Tensor probabilities, double temperature) {
        Tensor smallest = graph.floats(new long[0], SMALLEST_PROBABILITY);
        Tensor logarithms = graph.apply("Log", graph.apply("Max", probabilities, smallest));
        Tensor scaled = graph.apply("Div", logarithms, graph.floats(new long[0], (float) temperature));
        return graph.apply("Softmax", Attributes.none().with("axis", 1), scaled);
    }

    private static Map<String, String> told(ModelProto model) {
        return model.getMetadataPropsList().stream()
                .collect(Collectors.toMap(StringStringEntryProto::getKey, StringStringEntryProto::getValue));
    }

    private static List<String> classes(Map<String, String> told) {
        String classes = told.get(OnnxExport.CLASSES);
        if (classes == null) {
            throw new InvalidModel("the model does not name its classes: it was not exported by Thresher");
        }
        return ClassLabels.parse(classes);
    }
}
