package io.thresher.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.AttributeProto;
import io.thresher.model.graph.Attributes;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NodeAttributeTest {
    private static final int[] LONGS = {0, 1, 127, 128, 300_000, -1, Integer.MAX_VALUE, Integer.MIN_VALUE};
    private static final float[] FLOATS = {0, -0f, 1.5f, Float.MIN_VALUE, Float.NaN, Float.NEGATIVE_INFINITY};

    @Test
    void packed_lists_are_read_as_the_lists_they_are() throws IOException {
        assertThat(read(Attributes.none().withLongs("name", LONGS)))
                .isEqualTo(read(Attributes.none()
                        .withLongs(
                                "name",
                                IntStream.of(LONGS).asLongStream().boxed().toList())));
        assertThat(read(Attributes.none().withFloats("name", FLOATS)))
                .isEqualTo(read(Attributes.none().withFloats("name", boxed())));
    }

    @Test
    void packed_lists_take_no_byte_more_than_their_numbers() {
        int numbers = 1000;
        int size = of(Attributes.none().withFloats("name", new float[numbers])).getSerializedSize();

        assertThat(size).isLessThan(4 * numbers + 20);
    }

    @Test
    void words_are_written_each_time_they_come() throws IOException {
        AttributeProto read = read(Attributes.none().withStrings("name", List.of("LEAF", "BRANCH_LT", "LEAF")));

        assertThat(read.getType()).isEqualTo(AttributeProto.AttributeType.STRINGS);
        assertThat(read.getStringsList())
                .extracting(word -> word.toStringUtf8())
                .containsExactly("LEAF", "BRANCH_LT", "LEAF");
    }

    @Test
    void a_list_hashes_alike_however_it_is_kept() {
        assertThat(Attributes.none().withLongs("name", LONGS))
                .hasSameHashCodeAs(Attributes.none()
                        .withLongs(
                                "name",
                                IntStream.of(LONGS).asLongStream().boxed().toList()));
        assertThat(Attributes.none().withFloats("name", FLOATS))
                .hasSameHashCodeAs(Attributes.none().withFloats("name", boxed()));
    }

    private static List<Float> boxed() {
        return Stream.of(0f, -0f, 1.5f, Float.MIN_VALUE, Float.NaN, Float.NEGATIVE_INFINITY)
                .toList();
    }

    private static AttributeProto read(Attributes attributes) throws IOException {
        return AttributeProto.parseFrom(of(attributes).toByteArray());
    }

    private static AttributeProto of(Attributes attributes) {
        return NodeAttribute.of(
                "name", Optional.ofNullable(attributes.values().get("name")).orElseThrow());
    }
}
