package io.thresher.data.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.thresher.data.Packing;
import io.thresher.data.UnreadableDataset;
import io.thresher.data.format.ExpansionLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedUploadsTest {
    private static final String TABLE = "a,b\n1,x\n2,y\n3,x\n";

    private final Uploads uploads = new Uploads();

    @AfterEach
    void close() {
        uploads.close();
    }

    @Test
    void a_gzip_file_is_read_as_what_is_in_it() {
        Uploads.Stored stored = uploads.ingest(gzip(TABLE.getBytes(StandardCharsets.UTF_8)), IngestLimits.DEFAULT);

        assertThat(stored.schema().rows()).isEqualTo(3);
        assertThat(stored.schema().reading().packing()).isEqualTo(Packing.GZIP);
    }

    @Test
    void a_zip_archive_with_one_table_is_read_as_that_table() {
        Uploads.Stored stored = uploads.ingest(
                zip(Map.of("folder/", "", "folder/data.csv", TABLE, "__MACOSX/._data.csv", "xx", ".DS_Store", "x")),
                IngestLimits.DEFAULT);

        assertThat(stored.schema().names()).containsExactly("a", "b");
        assertThat(stored.schema().reading().packing()).isEqualTo(Packing.ZIP);
    }

    @Test
    void a_read_me_beside_the_table_does_not_matter() {
        assertThat(uploads.ingest(zip(Map.of("data.csv", TABLE, "README.md", "hello")), IngestLimits.DEFAULT)
                        .schema()
                        .rows())
                .isEqualTo(3);
    }

    @Test
    void several_tables_are_refused_by_name() {
        assertRefused(zip(Map.of("one.csv", TABLE, "two.csv", TABLE)), "2 files", "'one.csv'", "'two.csv'", "accepted");
    }

    @Test
    void an_empty_archive_is_refused() {
        assertRefused(zip(Map.of()), "no files", "accepted");
    }

    @Test
    void an_excel_workbook_is_told_from_an_archive() {
        assertRefused(
                zip(Map.of("[Content_Types].xml", "<x/>", "xl/workbook.xml", "<x/>")), "Excel workbook", "accepted");
    }

    @Test
    void what_is_packed_twice_is_refused() {
        byte[] table = TABLE.getBytes(StandardCharsets.UTF_8);
        byte[] zip = zip(Map.of("data.csv", TABLE));

        assertRefused(gzip(gzip(table)), "gzip inside gzip", "accepted");
        assertRefused(gzip(zip), "zip inside gzip", "accepted");
        assertRefused(zip(Map.of("data.zip", "whatever")), "another archive", "accepted");
        assertRefused(
                zip(Map.of("data.csv", new String(gzip(table), StandardCharsets.ISO_8859_1))),
                "gzip inside zip",
                "accepted");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 12, 30})
    void a_packed_file_that_is_cut_off_is_refused(int length) {
        assertRefused(Arrays.copyOf(gzip(TABLE.repeat(50).getBytes(StandardCharsets.UTF_8)), length), "damaged");
        assertRefused(Arrays.copyOf(zip(Map.of("a.csv", TABLE)), length + 20), "damaged");
    }

    @Test
    void a_file_that_grows_beyond_its_limit_is_refused() {
        byte[] bomb = gzip(new byte[4_000_000]);
        IngestLimits small = new IngestLimits(10, 100, 100, 256, 1, new ExpansionLimits(3_000_000, 100_000));

        assertRefused(bomb, "times its size");
        assertThatThrownBy(() -> uploads.ingest(bomb, small))
                .isInstanceOf(UnreadableDataset.class)
                .hasMessageContaining("larger than 3000000 bytes");
    }

    private void assertRefused(byte[] upload, String... told) {
        assertThatThrownBy(() -> uploads.ingest(upload, IngestLimits.DEFAULT))
                .isInstanceOf(UnreadableDataset.class)
                .hasMessageContainingAll(told);
        assertThat(uploads.stored()).isEmpty();
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(Map<String, String> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : new LinkedHashMap<>(entries).entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue().getBytes(StandardCharsets.ISO_8859_1));
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
