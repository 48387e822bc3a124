package io.thresher.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.ExtensionRegistryLite;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a model file says of itself, read without its graph. ONNX Runtime for Java would tell it, too, but misreads
 * characters beyond the basic plane.
 */
final class ModelFacts {
    private ModelFacts() {}

    /**
     * Name to value, in the order of the file.
     *
     * @throws InvalidModel if the file is no ONNX file or cannot be read
     */
    static Map<String, String> read(Path model) {
        Map<String, String> facts = new LinkedHashMap<>();
        try (InputStream file = Files.newInputStream(model)) {
            CodedInputStream in = CodedInputStream.newInstance(file);
            in.setSizeLimit(Integer.MAX_VALUE);
            for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
                if (WireFormat.getTagFieldNumber(tag) == ModelProto.METADATA_PROPS_FIELD_NUMBER) {
                    StringStringEntryProto fact =
                            in.readMessage(StringStringEntryProto.parser(), ExtensionRegistryLite.getEmptyRegistry());
                    facts.put(fact.getKey(), fact.getValue());
                } else if (!in.skipField(tag)) {
                    throw new IOException("it ends early");
                }
            }
        } catch (IOException e) {
            throw new InvalidModel("%s is no model that can be read: %s".formatted(model, e.getMessage()), e);
        }
        return facts;
    }
}
