package io.thresher.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads model files to draw them anew. Trees stay as they are written: they have millions of numbers, most of a file, and
 * are only ever moved. A node of trees has its attributes among the fields that its message does not know, which are
 * written, compared and copied with it.
 */
final class ModelFile {
    private static final String TREES = "TreeEnsemble";

    private ModelFile() {}

    /**
     * The whole model.
     *
     * @throws IOException if the file cannot be read or holds no model
     */
    static ModelProto read(Path file) throws IOException {
        UnknownFieldSet model = fields(UnsafeByteOperations.unsafeWrap(Files.readAllBytes(file)));
        ModelProto.Builder read = known(ModelProto.newBuilder(), model, ModelProto.GRAPH_FIELD_NUMBER);
        for (ByteString graph : model.getField(ModelProto.GRAPH_FIELD_NUMBER).getLengthDelimitedList()) {
            read.setGraph(graph(graph));
        }
        return read.build();
    }

    private static GraphProto graph(ByteString bytes) throws IOException {
        UnknownFieldSet graph = fields(bytes);
        GraphProto.Builder read = known(GraphProto.newBuilder(), graph, GraphProto.NODE_FIELD_NUMBER);
        for (ByteString node : graph.getField(GraphProto.NODE_FIELD_NUMBER).getLengthDelimitedList()) {
            read.addNode(node(node));
        }
        return read.build();
    }

    private static NodeProto node(ByteString bytes) throws IOException {
        UnknownFieldSet node = fields(bytes);
        boolean trees = node.getField(NodeProto.OP_TYPE_FIELD_NUMBER).getLengthDelimitedList().stream()
                .anyMatch(operator -> operator.toStringUtf8().startsWith(TREES));
        if (!trees) {
            return NodeProto.parseFrom(bytes);
        }
        int attributes = NodeProto.ATTRIBUTE_FIELD_NUMBER;
        return known(NodeProto.newBuilder(), node, attributes)
                .setUnknownFields(UnknownFieldSet.newBuilder()
                        .addField(attributes, node.getField(attributes))
                        .build())
                .build();
    }

    /** The fields of a message, their bytes shared with it. */
    private static UnknownFieldSet fields(ByteString message) throws IOException {
        CodedInputStream in = message.newCodedInput();
        in.enableAliasing(true);
        return UnknownFieldSet.newBuilder().mergeFrom(in).build();
    }

    /** What is there of all fields but one. */
    private static <B extends Message.Builder> B known(B message, UnknownFieldSet fields, int field)
            throws IOException {
        message.mergeFrom(fields.toBuilder().clearField(field).build().toByteString());
        return message;
    }
}
