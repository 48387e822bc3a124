package io.thresher.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Graphs of wide tables behind two inputs, one of all numbers and one of all words, whose columns the metadata name: with
 * one input a column, handing over a row of a thousand columns takes ten times as long as predicting it.
 *
 * <p>Graphs are drawn, and merged, with an input a column; only the file has them packed.
 */
final class PackedInputs {
    /** With more inputs than these a row would take longer than the 0.3 ms that it may. */
    static final int MOST_NAMED = 300;

    /** float32, N × columns, NaN where missing. */
    static final String NUMBERS = "numbers";
    /** Strings, N × columns, empty where missing. */
    static final String WORDS = "words";

    /** Before the name of a column that was cut off a packed input: a name that no input can have. */
    private static final String CUT_OFF = "\u0002";

    private PackedInputs() {}

    /** The metadata key of the columns of a packed input, a JSON array; there is such an input if there is such a key. */
    static String key(String input) {
        return "thresher.inputs." + input;
    }

    /** The packed inputs of a graph with so many named ones, and the columns in them; none if there are few enough. */
    static Map<String, List<String>> of(GraphProto graph) {
        Map<String, List<String>> packed = new LinkedHashMap<>();
        if (graph.getInputCount() > MOST_NAMED) {
            put(packed, NUMBERS, names(graph, DataType.FLOAT));
            put(packed, WORDS, names(graph, DataType.STRING));
        }
        return packed;
    }

    /** The packed inputs that a file's metadata tell of, and the columns in them. */
    static Map<String, List<String>> told(Map<String, String> facts) {
        Map<String, List<String>> packed = new LinkedHashMap<>();
        for (String input : List.of(NUMBERS, WORDS)) {
            String columns = facts.get(key(input));
            put(packed, input, columns == null ? List.of() : ClassLabels.parse(columns));
        }
        return packed;
    }

    private static void put(Map<String, List<String>> packed, String input, List<String> columns) {
        if (!columns.isEmpty()) {
            packed.put(input, columns);
        }
    }

    /** The same graph with its inputs packed. */
    static GraphProto pack(GraphProto graph, Map<String, List<String>> packed) {
        GraphProto.Builder result = graph.toBuilder().clearInput().clearNode();
        Set<String> columns = new HashSet<>();
        List<NodeProto> nodes = new ArrayList<>();
        packed.forEach((input, names) -> {
            result.addInput(OnnxGraph.value(input, type(input), List.of((long) names.size())));
            names.forEach(name -> columns.add(InputName.of(name)));
        });
        Set<String> cutOff = new HashSet<>();
        for (NodeProto node : graph.getNodeList()) {
            nodes.add(
                    isAllNumbers(node, packed) ? identity(NUMBERS, node.getOutput(0)) : renamed(node, columns, cutOff));
        }
        packed.forEach((input, names) -> {
            List<String> parts =
                    names.stream().map(name -> CUT_OFF + InputName.of(name)).toList();
            if (parts.stream().anyMatch(cutOff::contains)) {
                result.addNode(split(input, parts));
            }
        });
        return result.addAllNode(nodes).build();
    }

    /** The graph of a file as it was drawn, with an input a column. */
    static GraphProto unpacked(ModelProto model, Map<String, String> facts) {
        Map<String, List<String>> packed = told(facts);
        if (packed.isEmpty()) {
            return model.getGraph();
        }
        GraphProto.Builder result = model.getGraph().toBuilder().clearInput().clearNode();
        packed.forEach((input, names) ->
                names.forEach(name -> result.addInput(OnnxGraph.value(InputName.of(name), type(input), List.of(1L)))));
        for (NodeProto node : model.getGraph().getNodeList()) {
            boolean reads = node.getInputCount() > 0 && packed.containsKey(node.getInput(0));
            if (reads && node.getOpType().equals("Identity")) {
                result.addNode(NodeProto.newBuilder()
                        .setOpType("Concat")
                        .addAllInput(packed.getOrDefault(NUMBERS, List.of()).stream()
                                .map(InputName::of)
                                .toList())
                        .addOutput(node.getOutput(0))
                        .addAttribute(whole("axis", 1)));
            } else if (!reads) {
                NodeProto.Builder plain = node.toBuilder();
                for (int i = 0; i < node.getInputCount(); i++) {
                    if (node.getInput(i).startsWith(CUT_OFF)) {
                        plain.setInput(i, node.getInput(i).substring(CUT_OFF.length()));
                    }
                }
                result.addNode(plain);
            }
        }
        return result.build();
    }

    private static DataType type(String input) {
        return input.equals(NUMBERS) ? DataType.FLOAT : DataType.STRING;
    }

    private static List<String> names(GraphProto graph, DataType type) {
        return graph.getInputList().stream()
                .filter(input -> input.getType().getTensorType().getElemType() == type.getNumber())
                .map(ValueInfoProto::getName)
                .map(InputName::column)
                .toList();
    }

    /** Whether a node puts all numbers side by side, as they come packed. */
    private static boolean isAllNumbers(NodeProto node, Map<String, List<String>> packed) {
        return node.getOpType().equals("Concat")
                && node.getAttributeList().equals(List.of(whole("axis", 1)))
                && node.getInputList().stream().map(InputName::column).toList().equals(packed.get(NUMBERS));
    }

    private static NodeProto renamed(NodeProto node, Set<String> columns, Set<String> cutOff) {
        NodeProto.Builder result = node.toBuilder();
        for (int i = 0; i < node.getInputCount(); i++) {
            if (columns.contains(node.getInput(i))) {
                result.setInput(i, CUT_OFF + node.getInput(i));
                cutOff.add(result.getInput(i));
            }
        }
        return result.build();
    }

    private static NodeProto identity(String input, String output) {
        return NodeProto.newBuilder()
                .setOpType("Identity")
                .addInput(input)
                .addOutput(output)
                .build();
    }

    private static NodeProto split(String input, List<String> parts) {
        return NodeProto.newBuilder()
                .setOpType("Split")
                .addInput(input)
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
}
