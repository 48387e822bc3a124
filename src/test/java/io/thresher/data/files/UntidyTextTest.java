package io.thresher.data.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.thresher.data.CategoryColumn;
import io.thresher.data.ColumnSchema;
import io.thresher.data.ColumnType;
import io.thresher.data.DatasetSchema;
import io.thresher.data.NumberColumn;
import io.thresher.data.NumberStyle;
import io.thresher.data.SetAsideRow;
import io.thresher.data.TextEncoding;
import io.thresher.data.UnreadableDataset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UntidyTextTest {
    private static final String ROWS =
            IntStream.range(0, 30).mapToObj(i -> i + ",x" + i % 3 + ",2.5\n").reduce("", String::concat);

    private final Uploads uploads = new Uploads();

    @AfterEach
    void close() {
        uploads.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,234,567/890/12,345.5        | GROUPED_BY_COMMA  | 1234567 | 12345.5",
                "1.234.567,5/890/12.345        | GROUPED_BY_POINT  | 1234567.5 | 12345",
                "1 234/890/12 345 678          | GROUPED_BY_SPACE  | 1234 | 12345678",
                "1 234,5/890/12 345            | GROUPED_BY_SPACE  | 1234.5 | 12345",
                "1234,5/890/-12,25             | DECIMAL_COMMA     | 1234.5 | -12.25",
                "1,234/890/12,345              | DECIMAL_COMMA     | 1.234 | 12.345",
                "1.234/890/12.345              | PLAIN             | 1.234 | 12.345",
            })
    void numbers_are_read_as_the_whole_column_is_written(String values, NumberStyle style, float first, float last) {
        String[] value = values.strip().split("/");
        Uploads.Stored stored = uploads.ingest("n;w\n%s;x\n%s;y\n%s;x\n".formatted((Object[]) value));

        assertThat(stored.schema().column("n").orElseThrow().numberStyle()).isEqualTo(style);
        NumberColumn read = (NumberColumn) stored.table("n").column("n").orElseThrow();
        assertThat(List.of(read.value(0), read.value(1), read.value(2))).containsExactly(first, 890f, last);
    }

    @Test
    void quoted_thousands_are_numbers_in_a_file_divided_by_commas() {
        Uploads.Stored stored = uploads.ingest("n,w\n\"1,234\",x\n890,y\n\"12,345.5\",x\n");

        assertThat(stored.schema().column("n").orElseThrow().type()).isEqualTo(ColumnType.NUMBER);
        assertThat(((NumberColumn) stored.table("n").column("n").orElseThrow()).value(2))
                .isEqualTo(12345.5f);
    }

    @Test
    void one_column_with_decimal_points_makes_lone_commas_groups() {
        DatasetSchema schema =
                uploads.ingest("n;d\n1,234;0.5\n12,345;1.25\n7;2.75\n").schema();

        assertThat(schema.column("n").orElseThrow().numberStyle()).isEqualTo(NumberStyle.GROUPED_BY_COMMA);
        assertThat(schema.column("n").orElseThrow().type()).isEqualTo(ColumnType.INTEGER);
    }

    @ParameterizedTest
    @CsvSource({
        "00123/00456/10000, CATEGORY",
        "007/12/3, CATEGORY",
        "01/02/11, INTEGER",
        "0/10/3, INTEGER",
        "0.5/00.75/1, NUMBER",
        "-01/-02/-003, INTEGER",
    })
    void leading_zeros_make_words_of_numbers(String values, ColumnType type) {
        String text = "n,w\n" + values.replace("/", ",x\n") + ",y\n";

        assertThat(uploads.ingest(text).schema().column("n").orElseThrow().type())
                .isEqualTo(type);
    }

    @Test
    void a_word_with_leading_zeros_keeps_them() {
        CategoryColumn zips = (CategoryColumn) uploads.ingest("zip,w\n00123,x\n10000,y\n00123,x\n")
                .table("zip")
                .column("zip")
                .orElseThrow();

        assertThat(zips.word(0)).contains("00123");
    }

    @Test
    void empty_columns_without_a_name_are_dropped_at_the_end() {
        DatasetSchema schema = uploads.ingest("a,,b,,\n1,,2,,\n3,,4,,\n").schema();

        assertThat(schema.names()).containsExactly("a", "column 2", "b");
        assertThat(schema.reading().emptyColumns()).isEqualTo(2);
        assertThat(schema.renamedColumns()).hasSize(1);
    }

    @Test
    void a_column_without_a_name_but_with_values_stays() {
        assertThat(uploads.ingest("a,b,\n1,2,\n3,4,x\n").schema().names()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Total,30\n",
                "Total\n",
                "Source: the office of statistics\n",
                "* preliminary\n\n",
                "\"Note: read with care, please\"\n",
            })
    void notes_below_the_table_are_set_aside(String note) {
        Uploads.Stored stored = uploads.ingest("n,w,d\n" + ROWS + note);

        assertThat(stored.schema().rows()).isEqualTo(30);
        assertThat(stored.schema().column("n").orElseThrow().type()).isEqualTo(ColumnType.INTEGER);
        assertThat(stored.schema().reading().setAside()).isEqualTo(1);
        assertThat(stored.schema().reading().setAsideRows().get(0).line()).isEqualTo(32);
    }

    @Test
    void blank_rows_at_the_end_are_none_and_those_in_between_are() {
        assertThat(uploads.ingest("n,w,d\n1,x,2\n,,\n3,y,4\n,,\n,\n,,\n")
                        .schema()
                        .rows())
                .isEqualTo(3);
    }

    @Test
    void rows_that_are_too_long_are_set_aside_and_told() {
        DatasetSchema schema = uploads.ingest("n,w,d\n" + ROWS + "1,2,3,4\n" + ROWS + "5,6,7,,9\n")
                .schema();

        assertThat(schema.rows()).isEqualTo(60);
        assertThat(schema.reading().setAside()).isEqualTo(2);
        assertThat(schema.reading().setAsideRows())
                .containsExactly(new SetAsideRow(32, "1,2,3,4"), new SetAsideRow(63, "5,6,7,,9"));
    }

    @Test
    void of_many_rows_that_are_too_long_five_are_told() {
        DatasetSchema schema = uploads.ingest("n,w,d\n" + ROWS.repeat(10) + "1,2,3,4\n".repeat(20))
                .schema();

        assertThat(schema.reading().setAside()).isEqualTo(20);
        assertThat(schema.reading().setAsideRows()).hasSize(5);
    }

    @Test
    void more_than_a_tenth_of_rows_too_long_is_no_table() {
        assertThatThrownBy(() -> uploads.ingest("n,w,d\n" + ROWS + "1,2,3,4\n".repeat(4)))
                .isInstanceOf(UnreadableDataset.class)
                .hasMessageContaining("Line 32 has 4 values, but there are 3 columns");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sales of 2014\n",
                "Sales of 2014\nby region\n\n",
                "# made by a program, on a day, with\n# care\n",
                "Sales of 2014,,\n",
                "sep=,\n",
                "\"Sales, costs and profits\"\n\n",
            })
    void lines_above_the_header_are_passed_over(String notes) {
        DatasetSchema schema = uploads.ingest(notes + "n,w,d\n" + ROWS).schema();

        assertThat(schema.names()).containsExactly("n", "w", "d");
        assertThat(schema.rows()).isEqualTo(30);
        assertThat(schema.reading().linesBefore())
                .isEqualTo(notes.lines().filter(line -> true).count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"5\n", "#n,w,d\n", "n,,\n"})
    void what_may_be_a_header_or_a_row_is_never_passed_over(String first) {
        assertThat(uploads.ingest(first + ROWS).schema().reading().linesBefore())
                .isZero();
    }

    @Test
    void letters_that_only_windows_has_tell_its_encoding() {
        byte[] windows = "n,w\n1,€uro\n2,x\n".getBytes(TextEncoding.WINDOWS_1252.charset());
        byte[] latin = "n,w\n1,Éva\n2,x\n".getBytes(StandardCharsets.ISO_8859_1);

        Uploads.Stored stored = uploads.ingest(windows, IngestLimits.DEFAULT);
        assertThat(stored.schema().dialect().encoding()).isEqualTo(TextEncoding.WINDOWS_1252);
        assertThat(((CategoryColumn) stored.table("w").column("w").orElseThrow()).word(0))
                .contains("€uro");
        assertThat(uploads.ingest(latin, IngestLimits.DEFAULT)
                        .schema()
                        .dialect()
                        .encoding())
                .isEqualTo(TextEncoding.LATIN_1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2014-10-13/2015-01-02                       | yyyy-MM-dd",
                "2014-10-13 18:30/2015-01-02 00:00           | yyyy-MM-dd HH:mm",
                "2014-10-13T18:30:00Z/2015-01-02T00:00:00+01:00 | yyyy-MM-dd'T'HH:mm:ssXXX",
                "2014-10-13T18:30:00.250/2015-01-02T00:00:00.000 | yyyy-MM-dd'T'HH:mm:ss.SSS",
                "20141013T000000/20150102T000000             | yyyyMMdd'T'HHmmss",
                "13/10/2014/02/01/2015                       | dd/MM/yyyy",
                "10/13/2014/02/01/2015                       | MM/dd/yyyy",
                "1/10/2014/13/1/2015                         | d/M/yyyy",
                "13.10.2014/02.01.2015                       | dd.MM.yyyy",
                "01/01/2014/01/02/2014                       | dd/MM/yyyy",
                "18.00.00/09.30.00                           | HH.mm.ss",
                "18:00/09:30                                 | HH:mm",
                "13 Oct 2014/02 jan 2015                     | dd MMM yyyy",
                "October 13, 2014/January 2, 2015            | MMMM d, yyyy",
                "13-OCT-14/02-JAN-15                         | dd-MMM-yy",
                "Oct 2014/Jan 2015                           | MMM yyyy",
                "Oct-14/Jan-15                               | MMM-yy",
                "2014-10/2015-01                             | yyyy-MM",
                "10/13/2014 6:30 PM/2/1/2015 11:00 AM        | M/d/yyyy h:mm a",
            })
    void points_in_time_are_told_with_their_pattern(String values, String pattern) {
        String both = values.strip();
        int half = both.length() / 2;
        int middle = both.charAt(half) == '/' ? half : both.indexOf('/', half - 3);
        List<String> two = both.contains("/2015")
                ? splitSlashed(both)
                : List.of(both.substring(0, middle), both.substring(middle + 1));
        String text = "\"n\",t\n1,\"%s\"\n2,\"%s\"\n3,\"%s\"\n".formatted(two.get(0), two.get(1), two.get(0));

        ColumnSchema column = uploads.ingest(text).schema().column("t").orElseThrow();

        assertThat(column.type()).isEqualTo(ColumnType.DATE_TIME);
        assertThat(column.dateFormat()).isEqualTo(pattern);
    }

    /** Two dates, the first of which ends behind a year of four digits. */
    private static List<String> splitSlashed(String both) {
        int end = both.startsWith("2014") ? both.indexOf("/2015") : both.indexOf("/", both.indexOf("2014"));
        return List.of(both.substring(0, end), both.substring(end + 1));
    }

    @Test
    void an_order_of_days_and_months_left_open_is_that_of_another_column() {
        DatasetSchema schema = uploads.ingest("a,b\n02/03/2014,13/03/2014\n04/05/2014,05/05/2014\n")
                .schema();

        assertThat(schema.column("a").orElseThrow().dateFormat()).isEqualTo("dd/MM/yyyy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2014-02-30/2014-03-01", "1-2/3-4", "10.0.0.1/10.0.0.2", "2014-15/2015-16", "25:00/13:00"})
    void what_is_no_calendar_date_is_a_word(String values) {
        String text = "n,t\n1," + values.replace("/", "\n2,") + "\n";

        assertThat(uploads.ingest(text).schema().column("t").orElseThrow().type())
                .isEqualTo(ColumnType.CATEGORY);
    }

    @Test
    void what_stands_for_missing_values_is_told_by_column() {
        String text = """
                a,b,c,d
                1,x,2014-01-02,unknown
                ?,NA,2014-01-03,x
                ,-,-,NULL
                unknown,y,2014-01-05,y
                5,y,2014-01-06,y
                6,y,2014-01-06,y
                """;

        DatasetSchema schema = uploads.ingest(text).schema();

        assertThat(schema.columns())
                .extracting(ColumnSchema::missingTokens)
                .containsExactly(List.of("", "?", "unknown"), List.of("NA"), List.of("-"), List.of("NULL"));
        assertThat(schema.columns())
                .extracting(ColumnSchema::type)
                .containsExactly(ColumnType.INTEGER, ColumnType.CATEGORY, ColumnType.DATE_TIME, ColumnType.CATEGORY);
        assertThat(schema.columns()).extracting(ColumnSchema::missing).containsExactly(3L, 1L, 1L, 1L);
    }

    @Test
    void many_words_that_occur_in_few_rows_have_high_cardinality() {
        String rows = IntStream.range(0, 300)
                .mapToObj(i -> i + ",w" + i % 100 + ",v" + i % 20 + "\n")
                .reduce("", String::concat);

        DatasetSchema schema = uploads.ingest("n,many,few\n" + rows).schema();

        assertThat(schema.column("many").orElseThrow().type()).isEqualTo(ColumnType.HIGH_CARDINALITY);
        assertThat(schema.column("few").orElseThrow().type()).isEqualTo(ColumnType.CATEGORY);
    }

    @Test
    void whole_numbers_that_look_like_codes_are_told() {
        int[] classes = {20, 35, 41, 67, 82, 93, 120, 160};
        String rows = IntStream.range(0, 400)
                .mapToObj(i -> "%d,%d,%d,%d,%d,%d\n"
                        .formatted(
                                i + 1000,
                                10_000 + 877 * (i % 100),
                                classes[i % 8],
                                i % 9,
                                1990 + i % 30,
                                100 * (i % 7)))
                .reduce("", String::concat);

        DatasetSchema schema = uploads.ingest("customerId,place,kind,count,year,amount\n" + rows)
                .schema();

        assertThat(schema.columns()).allMatch(column -> column.type() == ColumnType.INTEGER);
        assertThat(schema.columns().stream().filter(ColumnSchema::codes).map(ColumnSchema::name))
                .containsExactly("customerId", "place", "kind");
    }
}
