package io.thresher.data.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.thresher.data.CategoryColumn;
import io.thresher.data.ColumnSchema;
import io.thresher.data.RenamedColumn;
import io.thresher.data.UnreadableDataset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetFilesTest {
    private static final IngestLimits SMALL = new IngestLimits(3, 3, 100, 256, 2);

    private final Uploads uploads = new Uploads();

    @AfterEach
    void close() {
        uploads.close();
    }

    @Test
    void the_schema_file_reads_back_as_the_schema() {
        Uploads.Stored stored = uploads.ingest("a;a;;b\n1,5;x;yes;p\n2;y;no;q\n");

        assertThat(SchemaFile.read(stored.folder().resolve(DatasetFiles.SCHEMA)))
                .isEqualTo(stored.schema());
    }

    @Test
    void a_header_with_a_name_twice_is_read_and_told() {
        Uploads.Stored stored = uploads.ingest("a,b,a\n1,2,3\n3,4,5\n");

        assertThat(stored.schema().names()).containsExactly("a", "b", "a (2)");
        assertThat(stored.schema().renamedColumns()).containsExactly(new RenamedColumn("a (2)", "a"));
        assertThat(stored.schema().isAmbiguous("a")).isTrue();
        assertThat(stored.schema().isAmbiguous("b")).isFalse();
    }

    @Test
    void short_rows_are_filled_up_with_missing_values() {
        Uploads.Stored stored = uploads.ingest("a,b,c\n1,2,3\n4,5\n6,7,8\n9,10,11\n");

        assertThat(stored.schema().rows()).isEqualTo(4);
        assertThat(stored.schema().columns()).extracting(ColumnSchema::missing).containsExactly(0L, 0L, 1L);
    }

    @Test
    void blank_values_behind_the_last_column_are_ignored() {
        assertThat(uploads.ingest("a,b\n1,2,\n3,4,,\n").schema().names()).containsExactly("a", "b");
    }

    @Test
    void a_large_file_with_line_breaks_in_values_keeps_every_value() {
        Random random = new Random(1);
        List<String> words = IntStream.range(0, 200_000)
                .mapToObj(i -> "w" + random.nextInt(1_000) + "\n,\"" + "x".repeat(random.nextInt(80)))
                .toList();
        String text = words.stream()
                .map(word -> "7,\"" + word.replace("\"", "\"\"") + "\"\n")
                .collect(Collectors.joining("", "a,b\n", ""));

        CategoryColumn read =
                (CategoryColumn) uploads.ingest(text).table("b").column("b").orElseThrow();

        assertThat(IntStream.range(0, read.rows())
                        .mapToObj(row -> read.word(row).orElseThrow()))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "a,b/ # only a header",
                "a,b,c,d/1,2,3,4/ # 4 columns. At most 3",
                "a,b/1,2/1,2/1,2/1,2/ # more than 3 rows. At most 3",
                "a,b/1,2/1,2,3/4,5/ # Line 3 has 3 values, but there are 2 columns",
                "a,b/1,2/1,\"2/4,5/ # line 3 has a quoted value that is never closed",
                "a,b,c/1,2/3,4/5,6,7/ # 2 of 3 rows have fewer values",
            })
    void says_what_is_wrong_and_what_would_be_accepted(String text, String fault) {
        assertThatThrownBy(() -> uploads.ingest(text.strip().replace('/', '\n'), SMALL))
                .isInstanceOf(UnreadableDataset.class)
                .hasMessageContaining(fault.strip());
    }

    @Test
    void every_row_that_is_too_long_is_told_up_to_five() {
        String text = "a,b\n" + "1,2\n".repeat(10) + "1,2,3\n".repeat(9);

        assertThatThrownBy(() -> uploads.ingest(text))
                .isInstanceOfSatisfying(
                        UnreadableDataset.class,
                        unreadable -> assertThat(unreadable.faults()).hasSize(5));
    }

    @Test
    void a_longer_record_than_allowed_is_refused() {
        assertThatThrownBy(() -> uploads.ingest("a,b\n1," + "x".repeat(200) + "\n", SMALL))
                .isInstanceOf(UnreadableDataset.class)
                .hasMessageContaining("longer than 100 characters");
    }

    @Test
    void nothing_stays_of_a_refused_file() {
        assertThatThrownBy(() -> uploads.ingest("a,b\n1,2\n1,2,3\n4,5\n")).isInstanceOf(UnreadableDataset.class);

        assertThat(uploads.stored()).isEmpty();
    }

    @Test
    void nothing_but_the_dataset_stays_of_an_accepted_file() throws IOException {
        Path folder = uploads.ingest("a,b\n1,2\n3,4\n").folder();

        assertThat(uploads.stored()).containsExactly(folder.getFileName().toString());
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(DatasetFiles.TABLE, DatasetFiles.SCHEMA);
        }
    }

    @Test
    void a_dataset_is_never_written_over() throws IOException {
        Path upload = uploads.file("a,b\n1,2\n3,4\n".getBytes(StandardCharsets.UTF_8));
        Path target = uploads.folder.resolve("datasets").resolve("x");
        DatasetFiles.ingest(upload, target, IngestLimits.DEFAULT);
        byte[] before = Files.readAllBytes(target.resolve(DatasetFiles.SCHEMA));

        assertThatThrownBy(() -> DatasetFiles.ingest(upload, target, IngestLimits.DEFAULT))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(Files.readAllBytes(target.resolve(DatasetFiles.SCHEMA))).isEqualTo(before);
        assertThat(uploads.stored()).containsExactly("x");
    }

    @Test
    void a_table_beyond_its_memory_is_typed_all_the_same() {
        String text = IntStream.range(0, 300_000)
                .mapToObj(i -> i + "," + "word number %d of many".formatted(i).repeat(4) + "\n")
                .collect(Collectors.joining("", "a,b\n", ""));

        IngestLimits little = new IngestLimits(10, 1_000_000, 1_000, 64, 1);
        assertThat(uploads.ingest(text, little).schema().columns())
                .extracting(ColumnSchema::distinct)
                .containsExactly(300_000L, 300_000L);
    }
}
