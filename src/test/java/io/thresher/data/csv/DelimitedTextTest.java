package io.thresher.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.thresher.data.Dialect;
import io.thresher.data.TextEncoding;
import io.thresher.data.UnreadableDataset;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DelimitedTextTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|'})
    void finds_the_delimiter(char delimiter) throws IOException {
        String text = "name,city\nann,paris\nbob,rome\n".replace(',', delimiter);

        assertThat(recognise(text).delimiter()).isEqualTo(delimiter);
    }

    @Test
    void decimal_commas_are_no_delimiters() throws IOException {
        assertThat(recognise("2,5;3,5\n1,5;4,5\n7,0;8,1\n").delimiter()).isEqualTo(';');
    }

    @Test
    void commas_in_sentences_are_no_delimiters() throws IOException {
        assertThat(recognise("id;text\n1;Hello, you there\n2;Yes, well, no\n3;Fine\n")
                        .delimiter())
                .isEqualTo(';');
    }

    @Test
    void commas_in_quotes_are_no_delimiters() throws IOException {
        assertThat(recognise("id|text\n1|\"a, b\"\n2|\"c, d\"\n").delimiter()).isEqualTo('|');
    }

    @Test
    void one_short_row_does_not_hide_the_delimiter() throws IOException {
        assertThat(recognise("a,b,c\n1,2\n3,4,5\n6,7,8\n").delimiter()).isEqualTo(',');
    }

    @Test
    void finds_single_quotes() throws IOException {
        assertThat(recognise("a,b\n1,'it, is'\n2,'no, it is not'\n3,'x'\n").quote())
                .isEqualTo('\'');
    }

    @Test
    void an_apostrophe_is_no_quote() throws IOException {
        assertThat(recognise("a,b\n1,'tis\n2,don't\n3,it's\n").quote()).isEqualTo('"');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,b/1,2/3,4                   | true  | words above numbers",
                "1,2/3,4/5,6                   | false | numbers above numbers",
                "name,city/ann,paris/bob,rome  | true  | words that do not occur again",
                "ann,paris/bob,rome/cid,paris  | false | a word that occurs again",
                "3,?,audi/2,164,bmw/1,?,bmw    | false | numbers above numbers, words elsewhere",
                "a,b                           | true  | nothing but words",
                "1,x                           | false | nothing but a row with a number",
            })
    void tells_a_header_from_a_row(String text, boolean hasHeader, String why) throws IOException {
        assertThat(recognise(text.strip().replace('/', '\n')).hasHeader())
                .as(why)
                .isEqualTo(hasHeader);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,UTF_8", "windows-1252,WINDOWS_1252", "UTF-16,UTF_16"})
    void finds_the_encoding(String charset, TextEncoding encoding) throws IOException {
        Path file = file("name,city\nÉva,Krakow €\n".getBytes(Charset.forName(charset)));

        DelimitedText text = DelimitedText.recognise(file);

        assertThat(text.dialect().encoding()).isEqualTo(encoding);
        try (RecordReader records = text.open(1000)) {
            records.advance();
            records.advance();
            assertThat(records.values()).containsExactly("Éva", "Krakow €");
        }
    }

    @Test
    void an_odd_letter_far_into_the_file_tells_the_encoding() throws IOException {
        byte[] text = ("a,b\n" + "1,x\n".repeat(100_000) + "2,é\n").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(DelimitedText.recognise(file(text)).dialect().encoding()).isEqualTo(TextEncoding.LATIN_1);
    }

    @Test
    void letters_across_read_buffers_are_valid() throws IOException {
        byte[] text = ("a,b\n" + "1,日本語\n".repeat(30_000)).getBytes(StandardCharsets.UTF_8);

        assertThat(DelimitedText.recognise(file(text)).dialect().encoding()).isEqualTo(TextEncoding.UTF_8);
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_name() throws IOException {
        DelimitedText text = DelimitedText.recognise(file("\uFEFFa,b\n1,2\n".getBytes(StandardCharsets.UTF_8)));

        try (RecordReader records = text.open(1000)) {
            records.advance();
            assertThat(records.values()).containsExactly("a", "b");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "504B03040A00      | ZIP archive",
                "1F8B0800          | gzip",
                "89504E470D0A1A0A  | PNG",
                "50415231          | Parquet",
                "612C620A00312C32  | NUL",
                "612C620A01010101  | control characters",
                "                  | empty",
                "0A200A            | blank lines",
            })
    void says_what_a_file_is_that_is_no_text(String hex, String found) throws IOException {
        Path file = file(HexFormat.of().parseHex(hex == null ? "" : hex.strip()));

        assertThatThrownBy(() -> DelimitedText.recognise(file))
                .isInstanceOf(UnreadableDataset.class)
                .hasMessageContaining(found)
                .hasMessageContaining("accepted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {"<!DOCTYPE html><html>,</html># HTML", "[{\"a\":1,\"b\":2}]# JSON", "x/1/2/3# one column"})
    void says_what_a_text_is_that_is_no_table(String text, String found) throws IOException {
        Path file = file(text.replace("/1/2/3", "\n1\n2\n3").getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> DelimitedText.recognise(file))
                .isInstanceOf(UnreadableDataset.class)
                .hasMessageContaining(found.strip())
                .hasMessageContaining("accepted");
    }

    private Dialect recognise(String text) throws IOException {
        return DelimitedText.recognise(file(text.getBytes(StandardCharsets.UTF_8)))
                .dialect();
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("upload.csv"), content);
    }
}
