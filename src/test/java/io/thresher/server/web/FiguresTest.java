package io.thresher.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void scores_keep_about_five_digits_in_every_unit() {
        assertThat(Figures.score(0.912345)).isEqualTo("0.9123");
        assertThat(Figures.score(-12.34567)).isEqualTo("-12.346");
        assertThat(Figures.score(54321.98)).isEqualTo("54322.0");
        assertThat(Figures.score(Double.NaN)).isEqualTo(Figures.NONE);
    }

    @Test
    void time_spans_use_the_largest_unit_that_says_enough() {
        assertThat(Figures.seconds(4.26)).isEqualTo("4.3 s");
        assertThat(Figures.seconds(60)).isEqualTo("60 s");
        assertThat(Figures.seconds(125)).isEqualTo("2 min 5 s");
        assertThat(Figures.seconds(7260)).isEqualTo("2 h 1 min");
    }

    @Test
    void sizes_are_in_binary_units() {
        assertThat(Figures.bytes(1023)).isEqualTo("1023 B");
        assertThat(Figures.bytes(1536)).isEqualTo("1.5 KiB");
        assertThat(Figures.bytes(50L << 20)).isEqualTo("50 MiB");
    }

    @Test
    void a_configuration_is_one_line_with_rounded_numbers() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("learningRate", 0.0123456);
        values.put("maxDepth", 6L);
        values.put("growPolicy", "lossguide");

        assertThat(Figures.configuration(values)).isEqualTo("learningRate 0.01235 · maxDepth 6 · growPolicy lossguide");
    }

    @Test
    void a_share_that_is_not_nothing_does_not_read_as_nothing() {
        assertThat(Figures.percent(0)).isEqualTo("0 %");
        assertThat(Figures.percent(0.0001)).isEqualTo("< 0.1 %");
        assertThat(Figures.percent(0.0564)).isEqualTo("5.6 %");
    }

    @Test
    void round_values_of_parameters_are_written_out() {
        assertThat(Figures.setting(30.0)).isEqualTo("30");
        assertThat(Figures.setting(-2000.0)).isEqualTo("-2000");
        assertThat(Figures.setting(0.0)).isEqualTo("0");
        assertThat(Figures.setting(0.000123456)).isEqualTo("0.0001235");
        assertThat(Figures.setting(1e-9)).isEqualTo("1E-9");
        assertThat(Figures.setting("l2")).isEqualTo("l2");
    }
}
