package io.thresher.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final Footprint MODEL = new Footprint(200, 4, 1000, OptionalLong.of(5000));
    private static final Footprint UNKNOWN = new Footprint(Double.NaN, 4, 1000, OptionalLong.empty());

    @Test
    void a_model_may_cost_as_much_as_the_limit_and_no_more() {
        assertThat(new Limits(Map.of(Cost.MODEL_SIZE, 1000.0)).missedBy(MODEL)).isEmpty();
        assertThat(new Limits(Map.of(Cost.MODEL_SIZE, 999.0)).missedBy(MODEL)).containsExactly(Cost.MODEL_SIZE);
    }

    @Test
    void names_every_limit_that_is_missed() {
        Limits limits = new Limits(
                Map.of(Cost.TRAINING_MEMORY, 1.0, Cost.ONE_ROW, 100.0, Cost.ROW_OF_MANY, 5.0, Cost.MODEL_SIZE, 1.0));

        assertThat(limits.missedBy(MODEL)).isEqualTo(List.of(Cost.ONE_ROW, Cost.MODEL_SIZE, Cost.TRAINING_MEMORY));
    }

    @Test
    void what_is_not_known_is_over_any_limit_but_matters_only_where_there_is_one() {
        assertThat(new Limits(Map.of(Cost.ONE_ROW, 1e9, Cost.TRAINING_MEMORY, 1e15)).missedBy(UNKNOWN))
                .containsExactly(Cost.ONE_ROW, Cost.TRAINING_MEMORY);
        assertThat(new Limits(Map.of(Cost.ROW_OF_MANY, 4.0)).missedBy(UNKNOWN)).isEmpty();
        assertThat(new Limits(Map.of(Cost.ONE_ROW, 1e9)).excess(UNKNOWN)).isPositive();
    }

    @Test
    void the_excess_adds_up_how_many_times_too_much_each_cost_is() {
        assertThat(new Limits(Map.of(Cost.ONE_ROW, 100.0, Cost.MODEL_SIZE, 250.0, Cost.ROW_OF_MANY, 100.0))
                        .excess(MODEL))
                .isCloseTo(Math.log(2) + Math.log(4), within(1e-12));
        assertThat(Limits.NONE.excess(MODEL)).isZero();
    }

    @Test
    void a_limit_is_a_number_above_zero() {
        for (double limit : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new Limits(Map.of(Cost.MODEL_SIZE, limit)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("modelBytes");
        }
    }
}
