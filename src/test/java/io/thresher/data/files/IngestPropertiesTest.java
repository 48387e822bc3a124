package io.thresher.data.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.NumberColumn;
import io.thresher.data.ReadingOptions;
import io.thresher.data.TextEncoding;
import io.thresher.data.UnreadableDataset;
import io.thresher.data.csv.Blanks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class IngestPropertiesTest {

    /** Rows and how they are written. */
    record Written(List<List<String>> rows, char delimiter, char quote, String lineEnd, TextEncoding encoding) {
        byte[] bytes() {
            List<String> header = IntStream.range(0, rows.get(0).size())
                    .mapToObj(i -> "name" + i)
                    .toList();
            String text = line(header) + rows.stream().map(this::line).collect(Collectors.joining());
            return text.getBytes(encoding.charset());
        }

        private String line(List<String> row) {
            return row.stream().map(this::quoted).collect(Collectors.joining("" + delimiter)) + lineEnd;
        }

        private String quoted(String value) {
            boolean plain = value.chars().noneMatch(letter -> ",;\t|\"'\r\n".indexOf(letter) >= 0);
            return plain ? value : quote + value.replace("" + quote, "" + quote + quote) + quote;
        }
    }

    @Property(tries = 100, seed = "20260101")
    void a_table_comes_back_as_it_was_written(@ForAll("tables") Written written) {
        try (Uploads uploads = new Uploads()) {
            Uploads.Stored stored = uploads.ingest(written.bytes(), IngestLimits.DEFAULT);

            String[] names = stored.schema().names().toArray(String[]::new);
            List<Column> columns = stored.table(names).columns();
            List<List<String>> read = IntStream.range(0, (int) stored.schema().rows())
                    .mapToObj(row ->
                            columns.stream().map(column -> text(column, row)).toList())
                    .toList();
            assertThat(read).isEqualTo(expected(withoutBlankEnd(written.rows()), columns));
        }
    }

    @Property(tries = 40, seed = "20260102")
    void a_table_comes_back_from_every_format_as_from_delimited_text(@ForAll("tables") Written written) {
        try (Uploads uploads = new Uploads()) {
            List<List<String>> rows = written.rows();
            List<List<List<String>>> read = Stream.of(
                            Texts.csv(rows), Texts.json(rows), Texts.jsonLines(rows), Texts.arff(rows))
                    .map(text -> words(uploads.ingest(text, allWords(rows.get(0).size()))))
                    .toList();

            assertThat(read)
                    .allSatisfy(table -> assertThat(withoutBlankEnd(table)).isEqualTo(withoutBlankEnd(read.get(0))));
        }
    }

    @Property(tries = 40, seed = "20260103")
    void damaged_files_of_other_formats_are_read_or_refused_without_a_trace(
            @ForAll("tables") Written written,
            @ForAll @IntRange(max = 4) int format,
            @ForAll List<Byte> noise,
            @ForAll @IntRange(max = 500) int from,
            @ForAll @IntRange(max = 50) int length) {
        List<List<String>> rows = written.rows();
        byte[] whole = List.of(Texts.json(rows), Texts.jsonLines(rows), Texts.arff(rows), Texts.csv(rows), "a,b\n1,2\n")
                .get(format)
                .getBytes(StandardCharsets.UTF_8);

        read_or_refused(damaged(format >= 3 ? Texts.gzip(whole) : whole, noise, from, length));
    }

    @Property(tries = 60, seed = "20260101")
    void damaged_bytes_are_read_or_refused_without_a_trace(
            @ForAll("tables") Written written,
            @ForAll List<Byte> noise,
            @ForAll @IntRange(max = 2_000) int from,
            @ForAll @IntRange(max = 200) int length) {
        read_or_refused(damaged(written.bytes(), noise, from, length));
    }

    private static void read_or_refused(byte[] bytes) {
        try (Uploads uploads = new Uploads()) {
            try {
                Uploads.Stored stored = uploads.ingest(bytes, IngestLimits.DEFAULT);

                assertThat(stored.table(stored.schema().names().toArray(String[]::new))
                                .rows())
                        .isPositive();
            } catch (UnreadableDataset refused) {
                assertThat(refused.faults()).isNotEmpty();
                assertThat(uploads.stored()).isEmpty();
            }
        }
    }

    @Property(tries = 40, seed = "20260101")
    void random_bytes_are_read_or_refused_without_a_trace(@ForAll List<Byte> noise) {
        damaged_bytes_are_read_or_refused_without_a_trace(
                new Written(List.of(List.of("")), ',', '"', "\n", TextEncoding.UTF_8), noise, 0, 2_000);
    }

    @Provide
    Arbitrary<Written> tables() {
        Arbitrary<String> words = Arbitraries.strings()
                .withChars("abyz éß,;|\t'\"\n-.")
                .ofMaxLength(8)
                .filter(word -> !word.contains("\r"));
        Arbitrary<String> values = Arbitraries.frequencyOf(
                Tuple.of(4, words),
                Tuple.of(2, Arbitraries.integers().between(-99, 99).map(String::valueOf)),
                Tuple.of(1, Arbitraries.of("", "NA", "?", "1.5", "None")));
        Arbitrary<List<List<String>>> rows = Arbitraries.integers()
                .between(2, 5)
                .flatMap(
                        width -> values.list().ofSize(width).list().ofMinSize(3).ofMaxSize(20));
        return Combinators.combine(
                        rows,
                        Arbitraries.of(',', ';', '\t', '|'),
                        Arbitraries.of('"', '\''),
                        Arbitraries.of("\n", "\r\n", "\r"),
                        Arbitraries.of(TextEncoding.values()))
                .as(Written::new);
    }

    private static byte[] damaged(byte[] bytes, List<Byte> noise, int from, int length) {
        List<Byte> all = new ArrayList<>();
        for (byte value : bytes) {
            all.add(value);
        }
        int start = Math.min(from, all.size());
        all.subList(start, Math.min(start + length, all.size())).clear();
        all.addAll(start, noise);
        byte[] damaged = new byte[all.size()];
        for (int i = 0; i < damaged.length; i++) {
            damaged[i] = all.get(i);
        }
        return damaged;
    }

    /** The rows up to the last that has a value: blank rows at the end are none, unless there is nothing else. */
    private static List<List<String>> withoutBlankEnd(List<List<String>> rows) {
        int end = rows.size();
        while (end > 0 && rows.get(end - 1).stream().allMatch(String::isBlank)) {
            end--;
        }
        return end == 0 ? rows : rows.subList(0, end);
    }

    private static ReadingOptions allWords(int columns) {
        return ReadingOptions.NONE.withColumnTypes(
                IntStream.range(0, columns).boxed().collect(Collectors.toMap(i -> "name" + i, i -> "category")));
    }

    private static List<List<String>> words(Uploads.Stored stored) {
        List<Column> columns =
                stored.table(stored.schema().names().toArray(String[]::new)).columns();
        return IntStream.range(0, (int) stored.schema().rows())
                .mapToObj(
                        row -> columns.stream().map(column -> text(column, row)).toList())
                .toList();
    }

    private static List<List<String>> expected(List<List<String>> rows, List<Column> columns) {
        return rows.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(i -> expected(row.get(i), columns.get(i)))
                        .toList())
                .toList();
    }

    private static String expected(String value, Column column) {
        String clean = Blanks.clean(value);
        if (column instanceof CategoryColumn || clean.isEmpty()) {
            return clean;
        }
        return Blanks.AMONG_NUMBERS.contains(clean) ? "" : Float.toString(Float.parseFloat(clean.replace(',', '.')));
    }

    private static String text(Column column, int row) {
        if (column instanceof NumberColumn numbers) {
            return Float.isNaN(numbers.value(row)) ? "" : Float.toString(numbers.value(row));
        }
        return ((CategoryColumn) column).word(row).orElse("");
    }
}
