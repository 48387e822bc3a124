package io.thresher.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnsafeByteOperations;
import io.thresher.model.graph.PackedFloats;
import io.thresher.model.graph.PackedLongs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Attributes of operators as ONNX's messages have them. The lists of a tree ensemble, millions of numbers long, are written
 * as packed fields: a message is told their bytes as a field that it does not know. Every reader of Protocol Buffers takes a
 * repeated number packed or not, whichever way its own message declares, and a packed one is a byte a number shorter.
 */
final class NodeAttribute {
    private NodeAttribute() {}

    /** @param value as {@link io.thresher.model.graph.Attributes} has it */
    static AttributeProto of(String name, Object value) {
        AttributeProto.Builder proto = AttributeProto.newBuilder().setName(name);
        if (value instanceof PackedLongs longs) {
            proto.setType(AttributeProto.AttributeType.INTS)
                    .setUnknownFields(packed(AttributeProto.INTS_FIELD_NUMBER, bytes(longs)));
        } else if (value instanceof PackedFloats floats) {
            proto.setType(AttributeProto.AttributeType.FLOATS)
                    .setUnknownFields(packed(AttributeProto.FLOATS_FIELD_NUMBER, bytes(floats)));
        } else if (value instanceof List<?> list) {
            addAll(proto, list);
        } else if (value instanceof Long number) {
            proto.setType(AttributeProto.AttributeType.INT).setI(number);
        } else if (value instanceof Float number) {
            proto.setType(AttributeProto.AttributeType.FLOAT).setF(number);
        } else {
            proto.setType(AttributeProto.AttributeType.STRING).setS(ByteString.copyFromUtf8((String) value));
        }
        return proto.build();
    }

    private static void addAll(AttributeProto.Builder proto, List<?> list) {
        Map<String, ByteString> known = new HashMap<>();
        for (Object item : list) {
            if (item instanceof Long number) {
                proto.setType(AttributeProto.AttributeType.INTS).addInts(number);
            } else if (item instanceof Float number) {
                proto.setType(AttributeProto.AttributeType.FLOATS).addFloats(number);
            } else {
                proto.setType(AttributeProto.AttributeType.STRINGS)
                        .addStrings(known.computeIfAbsent((String) item, ByteString::copyFromUtf8));
            }
        }
    }

    private static UnknownFieldSet packed(int field, ByteString bytes) {
        return UnknownFieldSet.newBuilder()
                .addField(
                        field,
                        UnknownFieldSet.Field.newBuilder()
                                .addLengthDelimited(bytes)
                                .build())
                .build();
    }

    private static ByteString bytes(PackedLongs numbers) {
        int size = 0;
        for (int i = 0; i < numbers.size(); i++) {
            size += CodedOutputStream.computeInt64SizeNoTag(numbers.at(i));
        }
        byte[] bytes = new byte[size];
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            for (int i = 0; i < numbers.size(); i++) {
                out.writeInt64NoTag(numbers.at(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return UnsafeByteOperations.unsafeWrap(bytes);
    }

    private static ByteString bytes(PackedFloats numbers) {
        byte[] bytes = new byte[Float.BYTES * numbers.size()];
        ByteBuffer out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < numbers.size(); i++) {
            out.putFloat(numbers.at(i));
        }
        return UnsafeByteOperations.unsafeWrap(bytes);
    }
}
