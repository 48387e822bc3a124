package io.thresher.data.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.thresher.data.CategoryColumn;
import io.thresher.data.ColumnSchema;
import io.thresher.data.ColumnType;
import io.thresher.data.DatasetSchema;
import io.thresher.data.FileFormat;
import io.thresher.data.NumberColumn;
import io.thresher.data.ReadingOptions;
import io.thresher.data.TextEncoding;
import io.thresher.data.UnreadableDataset;
import io.thresher.data.csv.PredictionInput;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingOptionsTest {
    private final Uploads uploads = new Uploads();

    @AfterEach
    void close() {
        uploads.close();
    }

    @Test
    void options_are_read_from_json_with_every_part_left_out() throws JsonProcessingException {
        assertThat(options("{}")).isEqualTo(ReadingOptions.NONE);
        assertThat(options("{'delimiter':'|','columnTypes':{'a':'number'},'missingTokens':['-1']}"))
                .isEqualTo(new ReadingOptions("|", null, null, null, null, Map.of("a", "number"), List.of("-1"), null));
    }

    @Test
    void the_schema_keeps_the_options() throws JsonProcessingException {
        ReadingOptions options = options("{'hasHeader':false,'columnTypes':{'column 2':'category'}}");

        Uploads.Stored stored = uploads.ingest("1,2\n3,4\n5,2\n", options);

        assertThat(stored.schema().reading().options()).isEqualTo(options);
        assertThat(SchemaFile.read(stored.folder().resolve(DatasetFiles.SCHEMA)))
                .isEqualTo(stored.schema());
    }

    @Test
    void delimiter_and_quote_are_taken_as_given() throws JsonProcessingException {
        DatasetSchema schema = uploads.ingest("a^b\n~x^y~^1\n~z~^2\n", options("{'delimiter':'^','quote':'~'}"))
                .schema();

        assertThat(schema.names()).containsExactly("a", "b");
        assertThat(schema.dialect().delimiter()).isEqualTo('^');
        assertThat(schema.rows()).isEqualTo(2);
    }

    @Test
    void a_header_is_there_or_not_as_given() throws JsonProcessingException {
        assertThat(uploads.ingest("a,b\nc,d\n", options("{'hasHeader':false}"))
                        .schema()
                        .rows())
                .isEqualTo(2);
        assertThat(uploads.ingest("1,2\n3,4\n", options("{'hasHeader':true}"))
                        .schema()
                        .names())
                .containsExactly("1", "2");
    }

    @Test
    void an_encoding_is_taken_as_given() throws JsonProcessingException {
        byte[] text = "a,b\n1,€\n2,x\n".getBytes(StandardCharsets.UTF_8);

        Uploads.Stored stored = uploads.ingest(text, options("{'encoding':'windows-1252'}"), IngestLimits.DEFAULT);

        assertThat(stored.schema().dialect().encoding()).isEqualTo(TextEncoding.WINDOWS_1252);
        assertThat(((CategoryColumn) stored.table("b").column("b").orElseThrow()).word(0))
                .contains("â‚¬");
    }

    @Test
    void a_decimal_comma_is_allowed_where_commas_divide_values_too() throws JsonProcessingException {
        Uploads.Stored stored = uploads.ingest("a,b\n\"1,5\",x\n\"1.234,25\",y\n", options("{'decimalComma':true}"));

        assertThat(((NumberColumn) stored.table("a").column("a").orElseThrow()).value(1))
                .isEqualTo(1234.25f);
    }

    @Test
    void a_format_is_taken_as_given() throws JsonProcessingException {
        DatasetSchema schema = uploads.ingest("{\"a\",b\n{\"x\",1\n", options("{'format':'delimited'}"))
                .schema();

        assertThat(schema.reading().format()).isEqualTo(FileFormat.DELIMITED);
    }

    @Test
    void words_in_a_column_that_is_to_be_numbers_are_missing() throws JsonProcessingException {
        Uploads.Stored stored = uploads.ingest(
                "a,b\n1.5,x\nmany,y\ninf,z\n0x10,z\n-2,z\n1e999,z\n", options("{'columnTypes':{'a':'number'}}"));

        ColumnSchema column = stored.schema().column("a").orElseThrow();
        assertThat(column.type()).isEqualTo(ColumnType.NUMBER);
        assertThat(column.missing()).isEqualTo(4);
        assertThat(((NumberColumn) stored.table("a").column("a").orElseThrow()).value(4))
                .isEqualTo(-2f);
    }

    @ParameterizedTest
    @CsvSource({"category, CATEGORY", "highCardinality, HIGH_CARDINALITY", "text, TEXT", "identifier, IDENTIFIER"})
    void numbers_that_are_to_be_words_are_kept_as_they_are_written(String word, ColumnType type)
            throws JsonProcessingException {
        Uploads.Stored stored =
                uploads.ingest("a,b\n1.50,x\n-,y\n2,z\n", options("{'columnTypes':{'a':'" + word + "'}}"));

        assertThat(stored.schema().column("a").orElseThrow().type()).isEqualTo(type);
        CategoryColumn words = (CategoryColumn) stored.table("a").column("a").orElseThrow();
        assertThat(words.levels()).containsExactly("1.50", "-", "2");
    }

    @Test
    void zeros_and_ones_may_be_no_and_yes() throws JsonProcessingException {
        DatasetSchema schema = uploads.ingest("a,b\n1,x\n0,y\n0,z\n", options("{'columnTypes':{'a':'boolean'}}"))
                .schema();

        assertThat(schema.booleanWords()).containsOnly(Map.entry("a", List.of("0", "1")));
    }

    @Test
    void missing_tokens_are_those_that_are_given_and_no_others() throws JsonProcessingException {
        Uploads.Stored stored = uploads.ingest(
                "a,b\n-999,NA\n5,x\n6,none of these\n", options("{'missingTokens':['-999','none of these']}"));

        assertThat(stored.schema().columns()).extracting(ColumnSchema::missing).containsExactly(1L, 1L);
        assertThat(stored.schema().column("a").orElseThrow().missingTokens()).containsExactly("-999");
        assertThat(((CategoryColumn) stored.table("b").column("b").orElseThrow()).word(0))
                .contains("NA");
        Path posted = uploads.file("a,b\n-999,NA\n7,none of these\n".getBytes(StandardCharsets.UTF_8));
        var table = new PredictionInput(stored.schema(), "y", List.of("a", "b")).read(posted);
        assertThat(((NumberColumn) table.column("a").orElseThrow()).value(0)).isNaN();
        assertThat(((CategoryColumn) table.column("b").orElseThrow()).word(0)).contains("NA");
        assertThat(((CategoryColumn) table.column("b").orElseThrow()).word(1)).isEmpty();
    }

    @Test
    void everything_that_is_wrong_with_the_options_is_told_at_once() throws JsonProcessingException {
        ReadingOptions wrong = options("{'delimiter':'ab','quote':'xx','encoding':'ebcdic','format':'xls',"
                + "'columnTypes':{'a':'integral','nowhere':'number','b':'text'}}");

        assertThatThrownBy(() -> uploads.ingest("a,b\n1,2\n3,4\n", wrong))
                .isInstanceOfSatisfying(
                        UnreadableDataset.class,
                        unreadable -> assertThat(unreadable.faults())
                                .hasSize(6)
                                .anyMatch(fault -> fault.contains("'delimiter' is 'ab'"))
                                .anyMatch(fault -> fault.contains("'quote' is 'xx'"))
                                .anyMatch(fault -> fault.contains("'encoding' is 'ebcdic'") && fault.contains("utf-8"))
                                .anyMatch(fault -> fault.contains("'format' is 'xls'") && fault.contains("parquet"))
                                .anyMatch(fault -> fault.contains("'integral'") && fault.contains("integer"))
                                .anyMatch(fault -> fault.contains("'nowhere'") && fault.contains("'a', 'b'")));
        assertThat(uploads.stored()).isEmpty();
    }

    @Test
    void every_type_that_does_not_fit_is_told_at_once() throws JsonProcessingException {
        ReadingOptions wrong = options("{'columnTypes':{'a':'integer','b':'dateTime','c':'boolean','d':'number'}}");

        assertThatThrownBy(() -> uploads.ingest("a,b,c,d\n1.5,x,1,p\n2,y,2,q\n3,z,3,r\n", wrong))
                .isInstanceOfSatisfying(
                        UnreadableDataset.class,
                        unreadable -> assertThat(unreadable.faults())
                                .hasSize(4)
                                .anyMatch(fault -> fault.contains("'a'") && fault.contains("decimals"))
                                .anyMatch(fault -> fault.contains("'b'") && fault.contains("points in time"))
                                .anyMatch(fault -> fault.contains("'c'") && fault.contains("3 different values"))
                                .anyMatch(fault ->
                                        fault.contains("'d'") && fault.contains("none of its values is a number")));
        assertThat(uploads.stored()).isEmpty();
    }

    @Test
    void predictions_are_read_in_the_style_of_the_training_data() {
        DatasetSchema schema =
                uploads.ingest("n;w\n1.234.567,5;x\n890;y\n12.345;x\n").schema();

        Path posted = uploads.file("n;w\n2.345;x\n".getBytes(StandardCharsets.UTF_8));
        var table = new PredictionInput(schema, "w", List.of("n")).read(posted);

        assertThat(((NumberColumn) table.column("n").orElseThrow()).value(0)).isEqualTo(2345f);
    }

    private static ReadingOptions options(String json) throws JsonProcessingException {
        return new ObjectMapper().readValue(json.replace('\'', '"'), ReadingOptions.class);
    }
}
