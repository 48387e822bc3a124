package io.thresher.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A graph under construction, in ONNX's own protobuf messages. */
final class OnnxGraph implements GraphBuilder {
    private static final String ML_DOMAIN = "ai.onnx.ml";
    /** Operators that ONNX Runtime adds to the standard. */
    static final String MICROSOFT_DOMAIN = "com.microsoft";

    /** Of the operator that counts terms; it gives as many numbers for each text. */
    private static final String PLACES_OF_TERMS = "ngram_indexes";

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("thresher");
    private final Map<Object, Tensor> drawn = new HashMap<>();
    private final Set<NodeProto> replayed = new HashSet<>();
    private int tensors;

    private record Node(String domain, String operator, int outputs, Attributes attributes, List<Tensor> inputs) {}

    private record Constant(List<Long> shape, Object values) {}

    private record Result(NodeProto node, int output) {}

    private record Input(String name, TensorProto.DataType type) {}

    @Override
    public Tensor numberInput(String column) {
        return input(InputName.of(column), TensorProto.DataType.FLOAT);
    }

    @Override
    public Tensor stringInput(String column) {
        return input(InputName.of(column), TensorProto.DataType.STRING);
    }

    @Override
    public Tensor floats(long[] shape, float... values) {
        return drawn.computeIfAbsent(new Constant(boxed(shape), FloatBuffer.wrap(values)), constant -> {
            ByteBuffer bytes = littleEndian(4 * values.length);
            bytes.asFloatBuffer().put(values);
            return constant(shape, TensorProto.DataType.FLOAT, bytes);
        });
    }

    @Override
    public Tensor longs(long[] shape, long... values) {
        return drawn.computeIfAbsent(new Constant(boxed(shape), LongBuffer.wrap(values)), constant -> {
            ByteBuffer bytes = littleEndian(8 * values.length);
            bytes.asLongBuffer().put(values);
            return constant(shape, TensorProto.DataType.INT64, bytes);
        });
    }

    @Override
    public Tensor strings(List<String> values) {
        return drawn.computeIfAbsent(List.copyOf(values), constant -> {
            Tensor tensor = next();
            TensorProto.Builder proto = TensorProto.newBuilder()
                    .setName(tensor.name())
                    .addDims(values.size())
                    .setDataType(TensorProto.DataType.STRING.getNumber());
            values.forEach(value -> proto.addStringData(ByteString.copyFromUtf8(value)));
            graph.addInitializer(proto);
            return tensor;
        });
    }

    @Override
    public Tensor apply(String operator, Attributes attributes, Tensor... inputs) {
        return node(new Node("", operator, 1, attributes, List.of(inputs)));
    }

    @Override
    public Tensor applyMl(String operator, Attributes attributes, Tensor... inputs) {
        return node(new Node(ML_DOMAIN, operator, 1, LabelKeys.complete(attributes), List.of(inputs)));
    }

    @Override
    public Tensor applyMicrosoft(String operator, Attributes attributes, Tensor... inputs) {
        return node(new Node(MICROSOFT_DOMAIN, operator, 1, attributes, List.of(inputs)));
    }

    @Override
    public Tensor applyFirst(String operator, int outputs, Attributes attributes, Tensor... inputs) {
        return node(new Node("", operator, outputs, attributes, List.of(inputs)));
    }

    /** The input that another model has, or the like one that is drawn already. */
    Tensor input(ValueInfoProto input) {
        TensorProto.DataType type =
                TensorProto.DataType.forNumber(input.getType().getTensorType().getElemType());
        if (!input.equals(value(input.getName(), type, List.of(1L)))) {
            throw new IllegalArgumentException("input '%s' is not a column".formatted(input.getName()));
        }
        return input(input.getName(), type);
    }

    /** The constant of another model, or an equal one that is drawn already. */
    Tensor constant(TensorProto constant) {
        TensorProto nameless = constant.toBuilder().clearName().build();
        return drawn.computeIfAbsent(nameless, unseen -> {
            Tensor tensor = next();
            graph.addInitializer(constant.toBuilder().setName(tensor.name()));
            return tensor;
        });
    }

    /**
     * What a node of another model gives, or one that is drawn already and does the same.
     *
     * @param inputs names of what it takes, in this graph; empty where an optional one is left out
     */
    List<Tensor> node(NodeProto node, List<String> inputs) {
        NodeProto.Builder here =
                node.toBuilder().clearName().clearInput().clearOutput().addAllInput(inputs);
        NodeProto key = here.build();
        List<Tensor> results = node.getOutputList().stream()
                .map(output -> drawn.computeIfAbsent(
                        new Result(key, node.getOutputList().indexOf(output)), unseen -> next()))
                .toList();
        if (replayed.add(key)) {
            results.forEach(result -> here.addOutput(result.name()));
            graph.addNode(here);
        }
        return results;
    }

    /** Whether an operator beyond the standard has been drawn. */
    boolean usesMicrosoft() {
        return graph.getNodeList().stream().anyMatch(node -> node.getDomain().equals(MICROSOFT_DOMAIN));
    }

    /** The most terms that are counted in the texts of one column; 0 where there are no texts. */
    int terms() {
        return graph.getNodeList().stream()
                .flatMap(node -> node.getAttributeList().stream())
                .filter(attribute -> attribute.getName().equals(PLACES_OF_TERMS))
                .mapToInt(AttributeProto::getIntsCount)
                .max()
                .orElse(0);
    }

    /** Gives {@code tensor} the name under which a caller of the model finds it, N × width. */
    void output(Tensor tensor, String name, TensorProto.DataType type, List<Long> widths) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType("Identity")
                .addInput(tensor.name())
                .addOutput(name));
        graph.addOutput(value(name, type, widths));
    }

    /** Names of the inputs drawn so far. */
    Set<String> inputs() {
        return graph.getInputList().stream().map(ValueInfoProto::getName).collect(Collectors.toSet());
    }

    GraphProto build() {
        return graph.build();
    }

    private Tensor input(String name, TensorProto.DataType type) {
        return drawn.computeIfAbsent(new Input(name, type), unseen -> {
            graph.addInput(value(name, type, List.of(1L)));
            return new Tensor(name);
        });
    }

    private Tensor node(Node node) {
        return drawn.computeIfAbsent(node, unseen -> {
            Tensor result = next();
            NodeProto.Builder proto = NodeProto.newBuilder()
                    .setOpType(node.operator())
                    .setDomain(node.domain())
                    .addOutput(result.name());
            for (int unused = 1; unused < node.outputs(); unused++) {
                proto.addOutput(next().name());
            }
            node.inputs().forEach(input -> proto.addInput(input.name()));
            node.attributes().values().forEach((name, value) -> proto.addAttribute(NodeAttribute.of(name, value)));
            graph.addNode(proto);
            return result;
        });
    }

    private Tensor constant(long[] shape, TensorProto.DataType type, ByteBuffer bytes) {
        Tensor tensor = next();
        graph.addInitializer(TensorProto.newBuilder()
                .setName(tensor.name())
                .addAllDims(boxed(shape))
                .setDataType(type.getNumber())
                .setRawData(ByteString.copyFrom(bytes)));
        return tensor;
    }

    /** A name no column can have: ONNX puts inputs and inner tensors into one name space. */
    private Tensor next() {
        return new Tensor("\u0001" + tensors++);
    }

    /** An input or output, N × widths. */
    static ValueInfoProto value(String name, TensorProto.DataType type, List<Long> widths) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("N"));
        widths.forEach(
                width -> shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(width)));
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(type.getNumber())
                                .setShape(shape)))
                .build();
    }

    private static List<Long> boxed(long[] shape) {
        List<Long> dimensions = new ArrayList<>();
        for (long dimension : shape) {
            dimensions.add(dimension);
        }
        return dimensions;
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
