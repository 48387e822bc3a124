package io.thresher.data.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.thresher.data.CategoryColumn;
import io.thresher.data.ColumnSchema;
import io.thresher.data.ColumnType;
import io.thresher.data.DatasetSchema;
import io.thresher.data.FileFormat;
import io.thresher.data.NumberColumn;
import io.thresher.data.UnreadableDataset;
import io.thresher.data.format.ExpansionLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {
    private final Uploads uploads = new Uploads();

    @AfterEach
    void close() {
        uploads.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1.5,\"b\":\"x, y\"}\n{\"b\":null,\"a\":2,\"c\":true}\n",
                "[{\"a\":1.5,\"b\":\"x, y\"},\n {\"b\":null,\"a\":2,\"c\":true}]",
                "{\"a\":1.5,\r\n\"b\":\"x, y\"}\r\n\r\n{\"a\":2,\"c\":true}",
            })
    void json_objects_are_rows_and_their_names_columns(String json) {
        Uploads.Stored stored = uploads.ingest(json);

        assertThat(stored.schema().names()).containsExactly("a", "b", "c");
        assertThat(stored.schema().columns()).extracting(ColumnSchema::missing).containsExactly(0L, 1L, 1L);
        assertThat(numbers(stored, "a")).containsExactly(1.5f, 2f);
        assertThat(words(stored, "b")).containsExactly("x, y", "");
        assertThat(words(stored, "c")).containsExactly("", "true");
    }

    @Test
    void the_schema_tells_the_format() {
        assertThat(format("{\"a\":1,\"b\":2}")).isEqualTo(FileFormat.JSON_LINES);
        assertThat(format("[{\"a\":1,\"b\":2}]")).isEqualTo(FileFormat.JSON);
        assertThat(format("@relation r\n@attribute a numeric\n@attribute b numeric\n@data\n1,2\n"))
                .isEqualTo(FileFormat.ARFF);
        assertThat(format("a,b\n1,2\n")).isEqualTo(FileFormat.DELIMITED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "{\"a\":1,\"b\":[1]}# Line 1, 'b': a list or an object",
                "[{\"a\":1},[2]]# has no object where an object is expected",
                "{\"a\":1,\"b\":2}/{\"a\":1,# no valid JSON in line 2",
                "[{\"a\":1,\"b\":2}] x# no valid JSON",
                "[[\"a\",\"b\"],[1,2]]# an object is expected",
                "{\"a\":1}# only one column",
            })
    void says_what_is_wrong_with_json(String json, String fault) {
        assertThatThrownBy(() -> uploads.ingest(json.replace('/', '\n')))
                .isInstanceOf(UnreadableDataset.class)
                .hasMessageContaining(fault.strip());
        assertThat(uploads.stored()).isEmpty();
    }

    @Test
    void an_arff_file_is_read_as_it_declares_its_attributes() {
        Uploads.Stored stored = uploads.ingest("""
                % a comment
                @RELATION 'car, sales'

                @attribute 'price in $' REAL
                @attribute doors {2,3,4}
                @ATTRIBUTE colour {red, 'light blue', "dark, red"}
                @attribute note string
                @attribute sold date 'yyyy-MM-dd'
                @data
                1.5,2,red,'it\\'s',2014-10-13
                % another
                ?, 3, 'light blue', "x", 2014-11-01
                3,2,"dark, red",?,?
                """);

        DatasetSchema schema = stored.schema();
        assertThat(schema.names()).containsExactly("price in $", "doors", "colour", "note", "sold");
        assertThat(schema.columns())
                .extracting(ColumnSchema::type)
                .containsExactly(
                        ColumnType.NUMBER,
                        ColumnType.CATEGORY,
                        ColumnType.CATEGORY,
                        ColumnType.CATEGORY,
                        ColumnType.DATE_TIME);
        assertThat(numbers(stored, "price in $")).containsExactly(1.5f, Float.NaN, 3f);
        assertThat(words(stored, "doors")).containsExactly("2", "3", "2");
        assertThat(words(stored, "colour")).containsExactly("red", "light blue", "dark, red");
        assertThat(words(stored, "note")).containsExactly("it's", "x", "");
    }

    @Test
    void sparse_arff_rows_are_filled_with_zeros_and_first_words() {
        Uploads.Stored stored = uploads.ingest("""
                @relation r
                @attribute a numeric
                @attribute b {x,'y, z'}
                @attribute c numeric
                @data
                {0 1.5, 1 'y, z'}
                {2 7}
                {}
                """);

        assertThat(numbers(stored, "a")).containsExactly(1.5f, 0f, 0f);
        assertThat(words(stored, "b")).containsExactly("y, z", "x", "x");
        assertThat(numbers(stored, "c")).containsExactly(0f, 7f, 0f);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "@relation r/@attribute a relational/@data/1# Line 2 of the ARFF file gives the attribute 'a' the type 'relational'",
                "@relation r/@attribute a {x/@data/1# not closed",
                "@relation r/@attribute a numeric/1# no @relation, @attribute, @data or comment",
                "@relation r/@attribute a numeric# no line @data",
                "@relation r/@attribute a numeric/@attribute b numeric/@data/{7 1}# names the attribute '7'. 0 to 1 are accepted",
            })
    void says_what_is_wrong_with_an_arff_file(String arff, String fault) {
        assertThatThrownBy(() -> uploads.ingest(arff.replace('/', '\n')))
                .isInstanceOf(UnreadableDataset.class)
                .hasMessageContaining(fault.strip());
        assertThat(uploads.stored()).isEmpty();
    }

    @Test
    void a_parquet_file_is_read_as_it_types_its_columns() throws IOException {
        Path file =
                parquet("SELECT * FROM (VALUES (1, 1.5::DOUBLE, '00123', true, DATE '2014-10-13', TIMESTAMP '2014-10-13"
                        + " 18:30:00', 2.50::DECIMAL(9,2)), (2, 'nan'::DOUBLE, 'x', NULL, NULL, TIMESTAMP '2015-01-01 00:00:00',"
                        + " NULL), (3, 0.25, '17', false, DATE '2014-10-14', NULL, 3)) AS t(a, b, c, d, e, f, g)");

        Uploads.Stored stored = uploads.ingest(file, IngestLimits.DEFAULT);

        assertThat(stored.schema().reading().format()).isEqualTo(FileFormat.PARQUET);
        assertThat(stored.schema().columns())
                .extracting(ColumnSchema::type)
                .containsExactly(
                        ColumnType.INTEGER,
                        ColumnType.NUMBER,
                        ColumnType.CATEGORY,
                        ColumnType.BOOLEAN,
                        ColumnType.DATE_TIME,
                        ColumnType.DATE_TIME,
                        ColumnType.NUMBER);
        assertThat(numbers(stored, "b")).containsExactly(1.5f, Float.NaN, 0.25f);
        assertThat(words(stored, "e")).containsExactly("2014-10-13", "", "2014-10-14");
        assertThat(words(stored, "f")).containsExactly("2014-10-13 18:30:00", "2015-01-01 00:00:00", "");
        assertThat(stored.schema().column("f").orElseThrow().dateFormat()).isEqualTo("yyyy-MM-dd HH:mm:ss");
    }

    @Test
    void a_parquet_file_with_lists_is_refused_by_name() throws IOException {
        Path file = parquet("SELECT 1 AS a, [1, 2] AS \"my list\"");

        assertThatThrownBy(() -> uploads.ingest(file, IngestLimits.DEFAULT))
                .isInstanceOf(UnreadableDataset.class)
                .hasMessageContaining("'my list' (INTEGER[])");
    }

    @Test
    void a_damaged_parquet_file_is_refused() throws IOException {
        byte[] whole = Files.readAllBytes(parquet("SELECT i AS a, 'w' || i AS b FROM range(1000) AS t(i)"));

        for (int kept : List.of(4, 100, whole.length / 2, whole.length - 1)) {
            byte[] cut = Arrays.copyOf(whole, kept);
            assertThatThrownBy(() -> uploads.ingest(cut, IngestLimits.DEFAULT))
                    .isInstanceOf(UnreadableDataset.class)
                    .hasMessageContaining("damaged");
        }
        assertThat(uploads.stored()).isEmpty();
    }

    @Test
    void a_small_file_of_many_empty_rows_does_not_fill_the_disk() {
        String first =
                IntStream.range(0, 500).mapToObj(i -> "\"n" + i + "\":1").collect(Collectors.joining(",", "{", "}\n"));
        IngestLimits small = new IngestLimits(1_000, 100_000, 10_000, 256, 1, new ExpansionLimits(100_000, 100));

        assertThatThrownBy(() -> uploads.ingest(first + "{}\n".repeat(5_000), small))
                .isInstanceOf(UnreadableDataset.class)
                .hasMessageContaining("more than 100000 bytes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "D0CF11E0A1B11AE1 | old Excel",
                "255044462D312E34 | PDF",
                "89504E470D0A1A0A | PNG",
                "425A683931415926 | bzip2",
                "3C68746D6C3E3C2F | HTML",
            })
    void other_files_are_told_what_is_accepted(String hex, String found) {
        assertThatThrownBy(() -> uploads.ingest(HexFormat.of().parseHex(hex.strip()), IngestLimits.DEFAULT))
                .isInstanceOf(UnreadableDataset.class)
                .hasMessageContainingAll(found.strip(), "CSV", "JSON", "Parquet", "ARFF", "accepted");
    }

    private FileFormat format(String text) {
        return uploads.ingest(text.getBytes(StandardCharsets.UTF_8), IngestLimits.DEFAULT)
                .schema()
                .reading()
                .format();
    }

    private Path parquet(String query) throws IOException {
        Path folder = Files.createDirectories(uploads.folder.resolve("made"));
        Path file = folder.resolve("upload.parquet");
        Files.deleteIfExists(file);
        try (TableEngine engine = TableEngine.open(folder, 256, 1)) {
            engine.execute("COPY (%s) TO %s (FORMAT parquet)".formatted(query, TableEngine.text(file.toString())));
        }
        return file;
    }

    private static List<Float> numbers(Uploads.Stored stored, String name) {
        NumberColumn column = (NumberColumn) stored.table(name).column(name).orElseThrow();
        return IntStream.range(0, column.rows()).mapToObj(column::value).toList();
    }

    private static List<String> words(Uploads.Stored stored, String name) {
        CategoryColumn column = (CategoryColumn) stored.table(name).column(name).orElseThrow();
        return IntStream.range(0, column.rows())
                .mapToObj(row -> column.word(row).orElse(""))
                .toList();
    }
}
