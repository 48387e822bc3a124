package io.thresher.data.csv;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralsTest {
    private static final String PATTERN = "[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?";

    @ParameterizedTest
    @CsvSource({"3,3", "-2.50,-2.5", "+.5,0.5", "7.,7", "1e3,1000", "2.5E-1,0.25", "007,7"})
    void reads_plain_numbers(String text, double number) {
        assertThat(Numerals.parse(text, false)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "-",
                "1e",
                "e5",
                "1_000",
                "0x10",
                "Infinity",
                "NaN",
                "1d",
                "1 2",
                "1,5",
                "1.2.3",
                "1e999"
            })
    void everything_else_is_no_number(String text) {
        assertThat(Numerals.parse(text, false)).isNaN();
    }

    @Property
    void reads_what_a_pattern_of_numbers_matches(
            @ForAll @StringLength(max = 6) @Chars({'+', '-', '.', ',', 'e', 'E'}) @CharRange(from = '0', to = '3')
                    String text,
            @ForAll boolean allowsDecimalComma) {
        boolean matches = text.matches(allowsDecimalComma ? PATTERN.replace("[.]", "[.,]") : PATTERN);
        boolean finite = matches && Double.isFinite(Double.parseDouble(text.replace(',', '.')));

        assertThat(!Double.isNaN(Numerals.parse(text, allowsDecimalComma))).isEqualTo(finite);
    }

    @ParameterizedTest
    @CsvSource({"3,3", "-0.5,-0.5", "1e-7,0.00000010", "1e20,100000000000000000000", "4337954960,4337954960"})
    void prints_numbers_as_people_write_them(double number, String text) {
        assertThat(Numerals.print(number)).isEqualTo(text);
    }

    @Property
    void reads_back_what_it_prints(@ForAll double number) {
        assertThat(Numerals.parse(Numerals.print(number), false)).isEqualTo(number);
    }
}
