package io.thresher.worker.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.thresher.pipeline.Vocabularies;
import io.thresher.space.Domain;
import io.thresher.space.InvalidSearchSpace;
import io.thresher.space.InvalidSearchSpace.Fault;
import io.thresher.space.SearchSpaceSchema;
import io.thresher.space.SearchSpaceYaml;
import io.thresher.space.Vocabulary;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.yaml.snakeyaml.Yaml;

/** The schema that editors check by and the reader that the service checks by, on the same documents. */
class SpaceVerdictsTest {
    private static final Vocabulary VOCABULARY = Vocabularies.of(Families.all());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(JSON.<JsonNode>valueToTree(SearchSpaceSchema.of(VOCABULARY)));

    /** Documents that both refuse: one line in a family. */
    static final List<String> REFUSED = List.of(
            "linear: {encoding: {type: categorical, choices: [foo]}}",
            "linear: {encoding: {type: categorical, choices: foo}}",
            "linear: {encoding: {type: categorical, choices: [oneHot, native]}}",
            "linear: {encoding: {type: categorical, choices: []}}",
            "linear: {encoding: {type: integer, low: 1, high: 2}}",
            "linear: {cost: {type: real, low: -1, high: 1}}",
            "linear: {cost: {type: categorical, choices: [1, 2]}}",
            "linear: {cost: {type: real, low: 1}}",
            "linear: {cost: {type: real, low: 1, high: many}}",
            "linear: {cost: {type: real, low: 1, high: 2, hihg: 3}}",
            "linear: {cost: 3}",
            "linear: {depth: {type: integer, low: 1, high: 2}}",
            "xgboost: {maxDepth: {type: integer, low: -1, high: 6}}",
            "xgboost: {maxDepth: {type: integer, low: 2, high: 100000}}",
            "xgboost: {maxDepth: {type: real, low: 2, high: 6}}",
            "xgboost: {subsample: {type: real, low: 0, high: 1}}",
            "xgboost: {subsample: {type: real, low: 0.5, high: 1.5}}",
            "xgboost: {booster: {type: categorical, choices: [gbtree, gbforest]}}",
            "xgboost: {tweediePower: {type: real, low: 1.5, high: 2.5}}",
            "neural: {depth: {type: integer, low: 1, high: 5}}",
            "neural: {activation: {type: categorical, choices: [sigmoid]}}",
            "neural: {dropout: {type: real, low: 0, high: 1}}",
            "forest: {rowFraction: {type: real, low: 0.5, high: 2}}",
            "kernel: {balance: {type: word}}",
            "neighbours: {textTerms: {type: integer, low: 0, high: 1.5}}",
            "boosting: {}",
            "linear: [cost]");

    /** Documents of which the schema cannot tell, for it compares no values. */
    static final List<String> REFUSED_BY_THE_READER = List.of(
            "linear: {cost: {type: real, low: 2, high: 1}}",
            "linear: {cost: {type: real, low: 1, high: 2, default: 3}}",
            "linear: {penalty: {type: categorical, choices: [l1], default: l2}}",
            "linear: {cost: {type: real, low: 1, high: 2, when: {penalty: l1}}}");

    @ParameterizedTest
    @FieldSource("REFUSED")
    void schema_and_reader_refuse(String family) {
        assertThat(schemaFaults("families: {" + family + "}")).isNotEmpty();
        assertThat(readerFaults("families: {" + family + "}")).isNotEmpty();
    }

    @ParameterizedTest
    @FieldSource("REFUSED_BY_THE_READER")
    void only_the_reader_refuses_what_compares_values(String family) {
        assertThat(schemaFaults("families: {" + family + "}")).isEmpty();
        assertThat(readerFaults("families: {" + family + "}")).isNotEmpty();
    }

    @Test
    void both_accept_what_ships() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("search-spaces"))) {
            for (Path file : files.toList()) {
                assertThat(schemaFaults(Files.readString(file))).as("%s", file).isEmpty();
                assertThat(readerFaults(Files.readString(file))).as("%s", file).isEmpty();
            }
        }
    }

    @Test
    void both_accept_the_whole_of_every_domain_and_nothing_past_its_ends() {
        VOCABULARY
                .families()
                .forEach((family, parameters) -> parameters.forEach((name, domain) -> {
                    String place = "families: {%s: {%s: ".formatted(family, name);
                    assertThat(faults(place + whole(domain) + "}}")).as(place).isEmpty();
                    beyond(domain).forEach(form -> {
                        assertThat(schemaFaults(place + form + "}}"))
                                .as(place + form)
                                .isNotEmpty();
                        assertThat(readerFaults(place + form + "}}"))
                                .as(place + form)
                                .isNotEmpty();
                    });
                }));
    }

    @Test
    void the_reader_names_every_fault_with_its_line() {
        assertThat(readerFaults("""
                families:
                  boosting: {}
                  linear:
                    cost: {type: real, low: -1, high: 1}
                    penalty:
                      type: categorical
                      choices: [l1, l3]
                    depth: {type: integer, low: 4, high: 2}
                  xgboost:
                    maxDepth: {type: integer, low: -1, high: 100}
                """))
                .extracting(Fault::line, Fault::place)
                .map(Object::toString)
                .containsExactly(
                        "(2, \"families.boosting\")",
                        "(4, \"families.linear.cost\")",
                        "(7, \"families.linear.penalty\")",
                        "(8, \"families.linear.depth\")",
                        "(8, \"families.linear.depth\")",
                        "(10, \"families.xgboost.maxDepth\")",
                        "(10, \"families.xgboost.maxDepth\")");
    }

    private static String whole(Domain domain) {
        return domain instanceof Domain.Numbers numbers
                ? range(numbers, number(numbers, numbers.low()), number(numbers, numbers.high()))
                : "{type: categorical, choices: %s}".formatted(((Domain.Words) domain).choices());
    }

    private static List<String> beyond(Domain domain) {
        if (!(domain instanceof Domain.Numbers numbers)) {
            return List.of("{type: categorical, choices: [surely-not]}", "{type: integer, low: 1, high: 2}");
        }
        List<String> forms = new ArrayList<>(List.of("{type: categorical, choices: [a]}"));
        String low = number(numbers, numbers.low());
        forms.add(range(numbers, number(numbers, numbers.low() - 1), low));
        forms.add(range(numbers, low, number(numbers, 2 * numbers.high() + 1)));
        return forms;
    }

    private static String range(Domain.Numbers numbers, String low, String high) {
        return "{type: %s, low: %s, high: %s}".formatted(numbers.whole() ? "integer" : "real", low, high);
    }

    private static String number(Domain.Numbers numbers, double value) {
        return numbers.whole()
                ? Long.toString((long) value)
                : BigDecimal.valueOf(value).toPlainString();
    }

    private static List<String> faults(String yaml) {
        List<String> faults = new ArrayList<>(schemaFaults(yaml));
        readerFaults(yaml).forEach(fault -> faults.add(fault.toString()));
        return faults;
    }

    private static List<String> schemaFaults(String yaml) {
        Map<String, Object> document = new Yaml().load(yaml);
        return SCHEMA.validate(JSON.valueToTree(document)).stream()
                .map(Object::toString)
                .toList();
    }

    private static List<Fault> readerFaults(String yaml) {
        InvalidSearchSpace refused =
                catchThrowableOfType(InvalidSearchSpace.class, () -> SearchSpaceYaml.parse("test", yaml, VOCABULARY));
        return refused == null ? List.of() : refused.faults();
    }
}
