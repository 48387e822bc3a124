package io.thresher.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.thresher.data.UnreadableDataset;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RecordReaderTest {

    @Test
    void line_ends_of_all_kinds_may_be_mixed() throws IOException {
        assertThat(records("a,b\r\n1,2\r3,4\n5,6"))
                .containsExactly(List.of("a", "b"), List.of("1", "2"), List.of("3", "4"), List.of("5", "6"));
    }

    @Test
    void a_quoted_value_keeps_delimiters_line_breaks_and_doubled_quotes() throws IOException {
        assertThat(records("\"a,\nb\",\"say \"\"yes\"\"\"\n")).containsExactly(List.of("a,\nb", "say \"yes\""));
    }

    @Test
    void a_quote_inside_an_unquoted_value_is_a_letter() throws IOException {
        assertThat(records("5\" pipe,it \"works\"\n")).containsExactly(List.of("5\" pipe", "it \"works\""));
    }

    @Test
    void spaces_before_an_opening_quote_are_dropped() throws IOException {
        assertThat(records("1, \"a, b\"\n")).containsExactly(List.of("1", "a, b"));
    }

    @Test
    void blank_lines_are_no_records() throws IOException {
        assertThat(records("\n  \na,b\n\n1,2\n\n")).containsExactly(List.of("a", "b"), List.of("1", "2"));
    }

    @Test
    void a_line_of_delimiters_is_a_record_of_empty_values() throws IOException {
        assertThat(records("a,b\n,\n")).containsExactly(List.of("a", "b"), List.of("", ""));
    }

    @Test
    void tells_the_line_in_which_a_record_begins() throws IOException {
        List<Long> lines = new ArrayList<>();
        try (RecordReader reader = reader("\r\na,\"x\ny\"\r\n\nb,c\rd,e\n", 100)) {
            while (reader.advance()) {
                lines.add(reader.line());
            }
        }

        assertThat(lines).containsExactly(2L, 5L, 6L);
    }

    @Test
    void a_quote_that_is_never_closed_ends_the_records_and_is_told() throws IOException {
        try (RecordReader reader = reader("a,b\n\"c,d\ne,f\n", 100)) {
            assertThat(reader.advance()).isTrue();
            assertThat(reader.advance()).isFalse();
            assertThat(reader.isCutOff()).isTrue();
            assertThat(reader.line()).isEqualTo(2);
        }
    }

    @Test
    void a_record_beyond_the_longest_is_refused_with_its_line() throws IOException {
        try (RecordReader reader = reader("a,b\nccccccccccccccc,d\n", 10)) {
            reader.advance();

            assertThatThrownBy(reader::advance)
                    .isInstanceOf(UnreadableDataset.class)
                    .hasMessageContaining("line 2")
                    .hasMessageContaining("10 characters");
        }
    }

    @Property
    void quoted_values_come_back_as_they_were(
            @ForAll @NotEmpty
                    List<@Size(min = 2, max = 5) List<@Chars({'a', ',', '"', '\n', '\r', ' ', 'é'}) String>> rows)
            throws IOException {
        String text = rows.stream()
                .map(row -> row.stream()
                        .map(value -> '"' + value.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));

        assertThat(records(text)).isEqualTo(rows);
    }

    private static List<List<String>> records(String text) throws IOException {
        List<List<String>> records = new ArrayList<>();
        try (RecordReader reader = reader(text, Integer.MAX_VALUE)) {
            while (reader.advance()) {
                records.add(reader.values());
            }
        }
        return records;
    }

    private static RecordReader reader(String text, int maxRecordCharacters) {
        return new RecordReader(new StringReader(text), ',', '"', maxRecordCharacters);
    }
}
