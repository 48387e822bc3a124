package io.thresher.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.thresher.space.InvalidSearchSpace.Fault;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SearchSpaceYamlTest {

    @Test
    void reads_every_type_of_parameter() {
        FamilySpace family = read("""
                families:
                  trees:
                    rate: {type: real, low: 0.01, high: 0.1, log: true, default: 0.05}
                    depth: {type: integer, low: 2, high: 8}
                    mode: {type: categorical, choices: [a, b], default: b}
                """);

        assertThat(family.defaults().values())
                .containsEntry("rate", 0.05)
                .containsEntry("depth", 5L)
                .containsEntry("mode", "b");
    }

    @Test
    void leaves_out_a_parameter_whose_condition_does_not_hold() {
        FamilySpace family = read("""
                families:
                  net:
                    depth: {type: integer, low: 1, high: 3, default: 1}
                    second: {type: integer, low: 8, high: 64, when: {depth: [2, 3]}}
                """);

        assertThat(family.defaults().values()).containsOnlyKeys("depth");
    }

    @Test
    void draws_inside_the_ranges_and_keeps_conditions() {
        FamilySpace family = read("""
                families:
                  net:
                    depth: {type: integer, low: 1, high: 3}
                    second: {type: integer, low: 8, high: 64, log: true, when: {depth: [2, 3]}}
                    rate: {type: real, low: 0.001, high: 1, log: true}
                """);
        SplittableRandom random = new SplittableRandom(1);

        for (int i = 0; i < 500; i++) {
            Configuration drawn = family.sample(random);
            assertThat(drawn.integer("depth", 0)).isBetween(1, 3);
            assertThat(drawn.real("rate", 0)).isBetween(0.001, 1.0);
            assertThat(drawn.values().containsKey("second")).isEqualTo(drawn.integer("depth", 0) > 1);
            assertThat(drawn.integer("second", 8)).isBetween(8, 64);
        }
    }

    @Test
    void draws_every_value_of_a_logarithmic_integer_about_as_often_as_its_share() {
        Parameter.Whole parameter = new Parameter.Whole("n", 1, 4, true, 1);
        SplittableRandom random = new SplittableRandom(3);
        int[] counts = new int[5];

        for (int i = 0; i < 20_000; i++) {
            counts[((Long) parameter.sample(random)).intValue()]++;
        }

        // ln(1.5/0.5), ln(2.5/1.5), ln(3.5/2.5), ln(4.5/3.5) over ln(4.5/0.5)
        assertThat(counts[1] / 20_000.0).isCloseTo(0.5, within(0.02));
        assertThat(counts[4] / 20_000.0).isCloseTo(0.1144, within(0.02));
    }

    @Test
    void names_rule_value_and_line_of_a_reversed_range() {
        assertThat(faults("""
                families:
                  trees:
                    depth: {type: integer, low: 8, high: 4}
                """))
                .containsExactly(new Fault(3, "families.trees.depth", "low must be ≤ high, got 8 and 4"));
    }

    @Test
    void names_every_fault_at_once() {
        assertThat(faults("""
                families:
                  trees:
                    a: {type: real, low: 0, high: 1, log: true}
                    b: {type: text}
                    c: {type: categorical, choices: []}
                    d: {type: integer, low: 1, high: 2.5}
                    e: {type: real, low: 0, high: 1, hihg: 3}
                    f: {type: real, low: 0, high: 1, default: 2}
                    g: {type: real, low: 0, high: 1, when: {z: 1}}
                surprise: 1
                """)).extracting(Fault::line).containsExactly(3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Test
    void names_the_line_of_what_is_no_yaml() {
        assertThat(faults("families:\n  trees: {a: [1, 2}\n")).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(2);
            assertThat(fault.place()).isEqualTo("YAML");
        });
    }

    @Test
    void refuses_a_space_without_families_and_a_family_named_twice() {
        assertThat(faults("families: {}")).singleElement().asString().contains("at least one family");
        assertThat(faults("")).isNotEmpty();
        assertThat(faults("families:\n  a: {}\n  a: {}\n"))
                .singleElement()
                .asString()
                .contains("'a' is there twice");
    }

    @Test
    void refuses_nesting_and_aliases_that_would_blow_up() {
        assertThat(faults("a: &a [x]\nb: [*a, *a]\nc: " + "[".repeat(2000) + "]".repeat(2000)))
                .isNotEmpty();
    }

    private static FamilySpace read(String yaml) {
        return SearchSpaceYaml.parse("test", yaml).families().get(0);
    }

    private static List<Fault> faults(String yaml) {
        InvalidSearchSpace refused =
                catchThrowableOfType(InvalidSearchSpace.class, () -> SearchSpaceYaml.parse("test", yaml));
        assertThat(refused).isNotNull();
        return refused.faults();
    }
}
