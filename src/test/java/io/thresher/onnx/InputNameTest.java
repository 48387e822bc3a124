package io.thresher.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InputNameTest {
    private static final List<String> COLUMNS = List.of(
            "plain",
            "größe 名",
            "a {brace}",
            "mood 😀",
            "mood {U+1F600}",
            "mood {U+007B}U+1F600}",
            "😀😀",
            "\uD83D",
            "\uDE00\uD83D",
            "nul\u0000",
            "{U+0000}",
            "{U+",
            "{U+12}");

    @Test
    void every_column_has_an_input_of_its_own_that_tells_the_column() {
        Set<String> inputs = new HashSet<>();
        for (String column : COLUMNS) {
            String input = InputName.of(column);

            assertThat(InputName.column(input)).isEqualTo(column);
            assertThat(input.chars()).noneMatch(unit -> unit == 0 || Character.isSurrogate((char) unit.intValue()));
            assertThat(inputs.add(input)).as(column).isTrue();
        }
    }

    @Test
    void only_what_cannot_be_named_is_written_differently() {
        assertThat(InputName.of("größe 名")).isEqualTo("größe 名");
        assertThat(InputName.of("a {brace}")).isEqualTo("a {brace}");
        assertThat(InputName.of("mood 😀")).isEqualTo("mood {U+1F600}");
    }
}
