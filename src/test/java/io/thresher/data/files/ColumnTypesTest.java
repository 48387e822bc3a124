package io.thresher.data.files;

import static io.thresher.data.ColumnType.BOOLEAN;
import static io.thresher.data.ColumnType.CATEGORY;
import static io.thresher.data.ColumnType.CONSTANT;
import static io.thresher.data.ColumnType.IDENTIFIER;
import static io.thresher.data.ColumnType.INTEGER;
import static io.thresher.data.ColumnType.NUMBER;
import static io.thresher.data.ColumnType.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.data.ColumnSchema;
import io.thresher.data.ColumnType;
import io.thresher.data.DatasetSchema;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnTypesTest {
    private final Uploads uploads = new Uploads();

    @AfterEach
    void close() {
        uploads.close();
    }

    static Stream<Arguments> columns() {
        return Stream.of(
                Arguments.of("decimals", List.of("1.5", "2", "-3e2"), NUMBER, 0, 3),
                Arguments.of("whole numbers written as decimals", List.of("1.0", "2.0", "1"), INTEGER, 0, 2),
                Arguments.of("more digits than whole numbers keep", List.of("1e15", "2e15", "3"), NUMBER, 0, 3),
                Arguments.of("blank strings among numbers", List.of("1.5", " ", "2.5"), NUMBER, 1, 2),
                Arguments.of("marks among numbers", List.of("1", "-", ".", "None", "?", "NA", "2"), INTEGER, 5, 2),
                Arguments.of("one word among numbers", List.of("1", "2", "many"), CATEGORY, 0, 3),
                Arguments.of("marks among words", List.of("+", "-", "None", "+"), CATEGORY, 0, 3),
                Arguments.of("missing among words", List.of("x", "NULL", "n/a", "NaN", "y", "x"), CATEGORY, 3, 2),
                Arguments.of("infinity", List.of("inf", "1", "2"), CATEGORY, 0, 3),
                Arguments.of("yes and no", List.of("Yes", "No", "Yes"), BOOLEAN, 0, 2),
                Arguments.of("capitals", List.of("TRUE", "FALSE", "?"), BOOLEAN, 1, 2),
                Arguments.of("words of two pairs", List.of("yes", "false", "yes"), CATEGORY, 0, 2),
                Arguments.of("nothing", List.of("", "", "?"), CONSTANT, 3, 0),
                Arguments.of("one word", List.of("x", "x", "x"), CONSTANT, 0, 1),
                Arguments.of("one number", List.of("5", "5.0", "5"), CONSTANT, 0, 1),
                Arguments.of("one word here and none there", List.of("x", "", "x"), CATEGORY, 1, 1),
                Arguments.of("one number here and none there", List.of("5", "", "5"), INTEGER, 1, 1),
                Arguments.of("sentences", values(i -> "this is sentence " + i), TEXT, 0, 30),
                Arguments.of("sentences that repeat", values(i -> "this is sentence " + i % 10), CATEGORY, 0, 10),
                Arguments.of("a word for every row", values(i -> "id-" + i), IDENTIFIER, 0, 30),
                Arguments.of("a number for every row", values(i -> "" + i), INTEGER, 0, 30),
                Arguments.of("few rows of different words", List.of("x", "y", "z"), CATEGORY, 0, 3),
                Arguments.of("most words repeat", values(i -> "id-" + i / 2), CATEGORY, 0, 15));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("columns")
    void tells_the_type_of(String name, List<String> values, ColumnType type, long missing, long distinct) {
        ColumnSchema column = ingestColumn("x,y", ',', values).columns().get(1);

        assertThat(column.type()).isEqualTo(type);
        assertThat(column.missing()).isEqualTo(missing);
        assertThat(column.distinct()).isEqualTo(distinct);
    }

    @Test
    void decimal_commas_are_numbers_unless_commas_divide_values() {
        DatasetSchema semicolons = ingestColumn("x;y", ';', List.of("1,5", "2", "3,25"));
        DatasetSchema commas = ingestColumn("x,y", ',', List.of("\"1,5\"", "2", "\"3,25\""));

        assertThat(semicolons.columns().get(1).type()).isEqualTo(NUMBER);
        assertThat(semicolons.dialect().decimalComma()).isTrue();
        assertThat(commas.columns().get(1).type()).isEqualTo(CATEGORY);
        assertThat(commas.dialect().decimalComma()).isFalse();
    }

    @Test
    void the_words_of_a_boolean_column_are_kept_no_first() {
        assertThat(ingestColumn("x,y", ',', List.of("Yes", "No", "Yes")).booleanWords())
                .containsOnly(Map.entry("y", List.of("No", "Yes")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 50})
    void distinct_values_are_counted_exactly(int repeats) {
        List<String> values =
                IntStream.range(0, 5_000).mapToObj(i -> "w" + i / repeats).toList();

        assertThat(ingestColumn("x,y", ',', values).columns().get(1).distinct()).isEqualTo(5_000 / repeats);
    }

    private static List<String> values(IntFunction<String> value) {
        return IntStream.range(0, 30).mapToObj(value).toList();
    }

    private DatasetSchema ingestColumn(String header, char delimiter, List<String> values) {
        StringBuilder text = new StringBuilder(header).append('\n');
        for (int row = 0; row < values.size(); row++) {
            text.append(row).append(delimiter).append(values.get(row)).append('\n');
        }
        return uploads.ingest(text.toString()).schema();
    }
}
