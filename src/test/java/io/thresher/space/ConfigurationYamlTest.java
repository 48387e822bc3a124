package io.thresher.space;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.space.InvalidSearchSpace.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationYamlTest {
    private final List<Fault> faults = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "family: xgboost\nmaxDepth: 7\nlearningRate: 1e-2\nencoding: target\n",
                "{\"family\": \"xgboost\", \"maxDepth\": 7, \"learningRate\": 0.01, \"encoding\": \"target\"}",
                "{\"family\": \"xgboost\",\n"
                        + "\"configuration\": {\"maxDepth\": 7, \"learningRate\": 0.01, \"encoding\": \"target\"}}"
            })
    void reads_yaml_and_json_with_the_parameters_beside_the_family_or_below_it(String text) {
        ConfigurationYaml read = ConfigurationYaml.parse(text, faults).orElseThrow();

        assertThat(read.family()).isEqualTo("xgboost");
        assertThat(read.values()).isEqualTo(Map.of("maxDepth", 7L, "learningRate", 0.01, "encoding", "target"));
    }

    @Test
    void knows_where_each_name_stands() {
        ConfigurationYaml read = ConfigurationYaml.parse("# note\nfamily: linear\n\ncost: 3\n", faults)
                .orElseThrow();

        assertThat(read.lineOf("cost")).isEqualTo(4);
        assertThat(read.lineOf("family")).isEqualTo(2);
    }

    @Test
    void what_is_quoted_is_a_word() {
        assertThat(ConfigurationYaml.parse("family: a\nb: '12'\n", faults)
                        .orElseThrow()
                        .values())
                .isEqualTo(Map.of("b", "12"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                          | 1 | is needed",
                "'just words'                | 1 | names and values",
                "'family: a\nb: [1, 2]'      | 2 | a number or a word",
                "'family: a\nb: 1\nb: 2'     | 3 | there twice",
                "'family: a\nb: {c: 1'       | 2 | expected"
            })
    void tells_what_is_wrong_and_on_which_line(String text, int line, String message) {
        assertThat(ConfigurationYaml.parse(text, faults)).isEmpty();

        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).line()).isEqualTo(line);
        assertThat(faults.get(0).message()).contains(message);
    }
}
