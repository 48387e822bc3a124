package io.thresher.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.thresher.space.InvalidSearchSpace.Fault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NarrowingTest {
    private static final SearchSpace WIDE = SearchSpaceYaml.parse("wide", """
            families:
              trees:
                rate:   {type: real, low: 0.01, high: 0.3, log: true}
                depth:  {type: integer, low: 2, high: 12}
                grow:   {type: categorical, choices: [depth, loss]}
                leaves: {type: integer, low: 8, high: 512, log: true, when: {grow: loss}}
              line: {}
            """);

    @Test
    void fewer_families_smaller_ranges_and_fewer_choices_lie_within() {
        accepted("""
                families:
                  trees:
                    rate:   {type: real, low: 0.1, high: 0.1, log: true}
                    depth:  {type: integer, low: 3, high: 6}
                    grow:   {type: categorical, choices: [loss]}
                    leaves: {type: integer, low: 8, high: 64, log: true, when: {grow: loss}}
                """);
    }

    @Test
    void a_parameter_that_can_never_take_part_any_more_may_go() {
        accepted("""
                families:
                  trees:
                    rate:   {type: real, low: 0.01, high: 0.3, log: true}
                    depth:  {type: integer, low: 2, high: 12}
                    grow:   {type: categorical, choices: [depth]}
                """);
    }

    @Test
    void everything_that_lies_outside_is_named() {
        assertThat(refused("""
                families:
                  trees:
                    rate:   {type: real, low: 0.01, high: 0.5, log: true}
                    depth:  {type: real, low: 2, high: 12}
                    grow:   {type: categorical, choices: [depth, loss, both]}
                    extra:  {type: integer, low: 1, high: 2}
                  forest: {}
                """))
                .extracting(Fault::place)
                .containsExactlyInAnyOrder(
                        "families.trees.rate",
                        "families.trees.depth",
                        "families.trees.grow",
                        "families.trees.extra",
                        "families.trees.leaves",
                        "families.forest");
    }

    @Test
    void another_scale_or_another_condition_is_another_space() {
        assertThat(refused("""
                families:
                  trees:
                    rate:   {type: real, low: 0.1, high: 0.2}
                    depth:  {type: integer, low: 2, high: 12}
                    grow:   {type: categorical, choices: [depth, loss]}
                    leaves: {type: integer, low: 8, high: 512, log: true}
                """))
                .extracting(Fault::place)
                .containsExactlyInAnyOrder("families.trees.rate", "families.trees.leaves");
    }

    @Test
    void a_configuration_is_completed_with_start_values() {
        Configuration completed = trees().completed(Map.of("grow", "loss", "rate", 1));

        assertThat(completed.values()).containsEntry("rate", 1.0).containsEntry("leaves", 64L);
        assertThat(trees().faults(completed))
                .extracting(ConfigurationFault::parameter)
                .containsExactly("rate");
    }

    @Test
    void every_fault_of_a_configuration_is_named() {
        Configuration faulty = trees().completed(Map.of("rate", 0.5, "depth", 2.5, "leaves", 16, "rounds", 7));

        assertThat(trees().faults(faulty))
                .extracting(ConfigurationFault::parameter)
                .containsExactly("rate", "depth", "leaves", "rounds");
        assertThat(trees().faults(trees().defaults())).isEmpty();
    }

    private static FamilySpace trees() {
        return WIDE.family("trees").orElseThrow();
    }

    private static void accepted(String yaml) {
        assertThatCode(() -> SearchSpaceYaml.parse("narrow", yaml).requireWithin(WIDE))
                .doesNotThrowAnyException();
    }

    private static List<Fault> refused(String yaml) {
        SearchSpace narrower = SearchSpaceYaml.parse("narrow", yaml);
        return catchThrowableOfType(InvalidSearchSpace.class, () -> narrower.requireWithin(WIDE))
                .faults();
    }
}
