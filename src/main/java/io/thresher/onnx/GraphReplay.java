package io.thresher.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.thresher.model.graph.Tensor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws into a graph what another computes its predictions from. */
final class GraphReplay {
    private final GraphProto source;
    private final OnnxGraph target;
    private final Map<String, String> names = new HashMap<>();

    GraphReplay(GraphProto source, OnnxGraph target) {
        this.source = source;
        this.target = target;
    }

    /** The predictions of {@code source}, drawn in {@code target}: numbers, or else probabilities. */
    Tensor prediction(boolean numbers) {
        Set<String> columns =
                source.getInputList().stream().map(ValueInfoProto::getName).collect(Collectors.toSet());
        String output = OnnxExport.free(numbers ? OnnxExport.PREDICTION : OnnxExport.PROBABILITIES, columns);
        Map<String, NodeProto> makers = new HashMap<>();
        source.getNodeList().forEach(node -> node.getOutputList().forEach(name -> makers.put(name, node)));
        NodeProto last = makers.get(output);
        if (last == null) {
            throw new InvalidModel("the model has no output '%s': it was not exported by Thresher".formatted(output));
        }
        // The last node only gives the tensor its name.
        String wanted = last.getInput(0);
        Set<String> needed = needed(wanted, makers);
        for (ValueInfoProto input : source.getInputList()) {
            names.put(input.getName(), target.input(input).name());
        }
        for (TensorProto constant : source.getInitializerList()) {
            if (needed.contains(constant.getName())) {
                names.put(constant.getName(), target.constant(constant).name());
            }
        }
        source.getNodeList().stream()
                .filter(node -> node.getOutputList().stream().anyMatch(needed::contains))
                .forEach(this::draw);
        return new Tensor(here(wanted));
    }

    private void draw(NodeProto node) {
        List<String> inputs = node.getInputList().stream()
                .map(name -> name.isEmpty() ? name : here(name))
                .toList();
        List<Tensor> results = target.node(node, inputs);
        for (int i = 0; i < results.size(); i++) {
            names.put(node.getOutput(i), results.get(i).name());
        }
    }

    private String here(String name) {
        return Optional.ofNullable(names.get(name))
                .orElseThrow(() -> new InvalidModel("the model uses '%s', which nothing gives".formatted(name)));
    }

    private static Set<String> needed(String wanted, Map<String, NodeProto> makers) {
        Set<String> needed = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(wanted));
        while (!open.isEmpty()) {
            String name = open.pop();
            NodeProto maker = makers.get(name);
            if (needed.add(name) && maker != null) {
                open.addAll(maker.getInputList());
            }
        }
        return needed;
    }
}
