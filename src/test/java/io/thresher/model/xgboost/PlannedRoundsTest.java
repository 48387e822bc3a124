package io.thresher.model.xgboost;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.space.Configuration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlannedRoundsTest {
    private final XGBoostFamily family = new XGBoostFamily();

    @Test
    void small_steps_need_as_many_more_rounds_to_go_as_far() {
        assertThat(family.plannedSteps(of(Map.of("learningRate", 0.1)))).hasValue(200);
        assertThat(family.plannedSteps(of(Map.of("learningRate", 0.05)))).hasValue(400);
    }

    @Test
    void no_more_rounds_are_planned_than_there_are() {
        assertThat(family.plannedSteps(of(Map.of("learningRate", 0.01)))).hasValue(1000);
        assertThat(family.plannedSteps(of(Map.of("learningRate", 0.1, "rounds", 50))))
                .hasValue(50);
    }

    @Test
    void curves_of_dropout_and_of_other_boosters_are_not_compared() {
        assertThat(family.plannedSteps(of(Map.of("booster", "dart")))).isEmpty();
        assertThat(family.plannedSteps(of(Map.of("booster", "forest")))).isEmpty();
        assertThat(family.plannedSteps(of(Map.of("booster", "gblinear")))).isEmpty();
    }

    private static Configuration of(Map<String, Object> values) {
        return new Configuration("xgboost", values);
    }
}
