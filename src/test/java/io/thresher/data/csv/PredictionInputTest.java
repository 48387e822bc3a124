package io.thresher.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.ColumnSchema;
import io.thresher.data.ColumnType;
import io.thresher.data.DatasetSchema;
import io.thresher.data.Dialect;
import io.thresher.data.MissingColumns;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.TextEncoding;
import io.thresher.data.UnreadableDataset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PredictionInputTest {
    private static final List<String> NEEDED = List.of("size", "colour", "sold");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "size,colour,sold,price\n1.5,red,yes,9\n2,blue,no,8\n",
                "size,colour,sold\n1.5,red,yes\n2,blue,no\n",
                "sold,extra,colour,size\nyes,x,red,1.5\nno,y,blue,2\n",
                "sold;colour;size\r\nYES;red;1,5\r\nNo;blue;2\r\n",
                "size\tcolour\tsold\n 1.50 \t red \tyes\n2.0\tblue\tno\n",
                "\uFEFFsize|colour|sold\n1.5|\"red\"|yes\n2|blue|no\n",
            })
    void finds_the_needed_columns_however_the_file_is_written(String text) throws IOException {
        Table table = withHeader().read(file(text));

        assertThat(table.columns()).extracting(Column::name).containsExactly("size", "colour", "sold");
        assertThat(numbers(table, "size")).containsExactly(1.5f, 2f);
        assertThat(words(table, "colour")).containsExactly("red", "blue");
        assertThat(words(table, "sold")).containsExactly("yes", "no");
    }

    @Test
    void what_is_no_number_is_missing_and_a_new_word_stays() throws IOException {
        Table table = withHeader().read(file("size,colour,sold\nhuge,violet,maybe\n?,NA,\n1\n"));

        assertThat(numbers(table, "size")).containsExactly(Float.NaN, Float.NaN, 1f);
        assertThat(words(table, "colour")).containsExactly("violet", "", "");
        assertThat(words(table, "sold")).containsExactly("maybe", "", "");
    }

    @Test
    void one_row_is_enough() throws IOException {
        assertThat(withHeader().read(file("size,colour,sold\n1,2,3")).rows()).isEqualTo(1);
    }

    @Test
    void one_needed_column_may_be_all_there_is() throws IOException {
        PredictionInput input = new PredictionInput(schema(true), "price", List.of("size"));

        assertThat(numbers(input.read(file("size\n3\n4\n")), "size")).containsExactly(3f, 4f);
    }

    @Test
    void the_encoding_is_found_anew() throws IOException {
        byte[] text = "size,colour,sold\n1,größe,yes\n".getBytes(StandardCharsets.ISO_8859_1);

        Table table = withHeader().read(Files.write(folder.resolve("posted.csv"), text));

        assertThat(words(table, "colour")).containsExactly("größe");
    }

    @Test
    void every_missing_column_is_named_and_what_was_found() {
        assertThatThrownBy(() -> withHeader().read(file("Size,colour\n1,red\n")))
                .isInstanceOfSatisfying(MissingColumns.class, missing -> {
                    assertThat(missing.missing()).containsExactly("size", "sold");
                    assertThat(missing.found()).containsExactly("Size", "colour");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "size,colour,sold/ # only a header",
                "size,colour,sold/1,red,yes,4/ # Line 2 has 4 values",
                "size,colour,sold/1,red,\"yes/ # never closed",
            })
    void says_what_is_wrong_with_the_rows(String text, String fault) {
        assertThatThrownBy(() -> withHeader().read(file(text.strip().replace('/', '\n'))))
                .isInstanceOf(UnreadableDataset.class)
                .hasMessageContaining(fault.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5,red,9,yes\n2,blue,8,no\n",
                "1.5;red;yes\n2;blue;no\n",
                "column 4,column 1,column 2\nyes,1.5,red\nno,2,blue\n",
            })
    void without_header_columns_are_told_by_place_with_or_without_the_target(String text) throws IOException {
        PredictionInput input =
                new PredictionInput(schema(false), "column 3", List.of("column 1", "column 2", "column 4"));

        Table table = input.read(file(text));

        assertThat(numbers(table, "column 1")).containsExactly(1.5f, 2f);
        assertThat(words(table, "column 2")).containsExactly("red", "blue");
        assertThat(words(table, "column 4")).containsExactly("yes", "no");
    }

    @Test
    void without_header_another_number_of_columns_is_refused() {
        PredictionInput input = new PredictionInput(schema(false), "column 3", List.of("column 1"));

        assertThatThrownBy(() -> input.read(file("1,2\n3,4\n")))
                .isInstanceOf(UnreadableDataset.class)
                .hasMessageContaining("The file has 2 columns")
                .hasMessageContaining("4 are accepted in the same order, or 3 without 'column 3'");
    }

    @Test
    void json_values_become_what_a_file_would_hold() {
        Table table = withHeader()
                .ofRows(List.of(
                        Map.of("size", 3, "colour", 3.0, "sold", true),
                        Map.of("size", "2.5", "colour", 7L, "sold", "NO", "extra", List.of()),
                        Map.of("size", "many", "colour", "red")));

        assertThat(numbers(table, "size")).containsExactly(3f, 2.5f, Float.NaN);
        assertThat(words(table, "colour")).containsExactly("3", "7", "red");
        assertThat(words(table, "sold")).containsExactly("yes", "no", "");
    }

    @Test
    void json_columns_in_no_row_are_missing() {
        assertThatThrownBy(() -> withHeader().ofRows(List.of(Map.of("size", 1), Map.of("sold", true))))
                .isInstanceOfSatisfying(
                        MissingColumns.class,
                        missing -> assertThat(missing.missing()).containsExactly("colour"));
    }

    @Test
    void a_json_list_is_no_value() {
        Map<String, Object> row = Map.of("size", 1, "colour", List.of("red"), "sold", true);

        assertThatThrownBy(() -> withHeader().ofRows(List.of(row)))
                .isInstanceOf(UnreadableDataset.class)
                .hasMessageContaining("Row 1, column 'colour'");
    }

    @Test
    void no_json_rows_are_refused() {
        assertThatThrownBy(() -> withHeader().ofRows(List.of()))
                .isInstanceOf(UnreadableDataset.class)
                .hasMessageContaining("no rows");
    }

    private static PredictionInput withHeader() {
        return new PredictionInput(schema(true), "price", NEEDED);
    }

    /** Size, colour, price, sold; without a header these are columns 1 to 4. */
    private static DatasetSchema schema(boolean hasHeader) {
        List<String> names = hasHeader
                ? List.of("size", "colour", "price", "sold")
                : ColumnNames.numbered(4).names();
        List<ColumnType> types =
                List.of(ColumnType.NUMBER, ColumnType.CATEGORY, ColumnType.INTEGER, ColumnType.BOOLEAN);
        List<ColumnSchema> columns = IntStream.range(0, 4)
                .mapToObj(i -> new ColumnSchema(names.get(i), types.get(i), 0, 2))
                .toList();
        Dialect dialect = new Dialect(',', '"', hasHeader, TextEncoding.UTF_8, false);
        return new DatasetSchema(10, dialect, columns, List.of(), Map.of(names.get(3), List.of("no", "yes")));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("posted.csv"), text);
    }

    private static List<Float> numbers(Table table, String name) {
        NumberColumn column = (NumberColumn) table.column(name).orElseThrow();
        return IntStream.range(0, column.rows()).mapToObj(column::value).toList();
    }

    private static List<String> words(Table table, String name) {
        CategoryColumn column = (CategoryColumn) table.column(name).orElseThrow();
        return IntStream.range(0, column.rows())
                .mapToObj(row -> column.word(row).orElse(""))
                .toList();
    }
}
