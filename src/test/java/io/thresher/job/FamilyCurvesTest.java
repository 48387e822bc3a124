package io.thresher.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.thresher.search.Observation;
import io.thresher.space.Configuration;
import io.thresher.trial.CurveRace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FamilyCurvesTest {
    private static final Configuration NEXT = new Configuration("trees", Map.of());

    @Test
    void bars_come_from_the_earlier_trials_of_the_family_at_each_rung() {
        CurveRace race = FamilyCurves.of(finished("trees", 0.9, 0.5, 0.8, 0.6), NEXT);

        assertThat(race.bars()).extracting(CurveRace.Bar::rung).containsExactly(0, 1);
        assertThat(race.bars()).extracting(CurveRace.Bar::loss).containsExactly(0.8, 0.8 / 2);
    }

    @Test
    void trials_that_were_stopped_raise_the_bar_too_at_the_rungs_they_reached() {
        List<Observation> history = finished("trees", 0.5, 0.6, 0.7);
        history.add(new Observation(9, NEXT, OptionalDouble.of(1), List.of(), List.of(0.9), true, 1));

        CurveRace race = FamilyCurves.of(history, NEXT);

        assertThat(race.bars()).extracting(CurveRace.Bar::rung).containsExactly(0);
        assertThat(race.bars()).extracting(CurveRace.Bar::loss).containsExactly(0.7);
    }

    @Test
    void other_families_and_trials_on_fewer_rows_are_not_compared_with() {
        assertThat(FamilyCurves.of(finished("nets", 0.5, 0.6, 0.7, 0.8), NEXT)).isEqualTo(CurveRace.NONE);
        assertThat(FamilyCurves.of(
                        finished("trees", 0.5, 0.6, 0.7, 0.8), new Configuration("trees", Map.of("trainingRows", 500))))
                .isEqualTo(CurveRace.NONE);
    }

    /** Losses in the end are twice the losses at the first rung, whose unit may be another: log loss and an area, say. */
    @Test
    void what_a_loss_at_a_rung_lets_expect_lies_on_a_line_through_finished_trials() {
        CurveRace.Outcome expected = FamilyCurves.of(finished("trees", 0.5, 0.6, 0.7, 0.8), NEXT)
                .bars()
                .get(0)
                .expected();

        assertThat(expected.slope()).isCloseTo(2, within(1e-9));
        assertThat(expected.offset()).isCloseTo(0, within(1e-9));
        assertThat(expected.lowest()).isEqualTo(1);
    }

    /** Trials that end at twice their loss at the first rung, and reach half of it at the second. */
    private static List<Observation> finished(String family, double... atRung) {
        List<Observation> history = new ArrayList<>();
        for (double loss : atRung) {
            history.add(new Observation(
                    history.size(),
                    new Configuration(family, Map.of("depth", history.size())),
                    OptionalDouble.of(2 * loss),
                    List.of(2 * loss),
                    List.of(loss, loss / 2),
                    false,
                    1));
        }
        return history;
    }
}
