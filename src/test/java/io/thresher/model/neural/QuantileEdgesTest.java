package io.thresher.model.neural;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class QuantileEdgesTest {

    @Test
    void cut_the_column_into_parts_of_equal_count() {
        float[] column = {10, 0, 1, 2, 40, 3, 20, 4, 30, 5, 6};
        assertThat(QuantileEdges.of(column, 5)).containsExactly(0, 2, 4, 6, 20, 40);
    }

    @Test
    void lie_between_values_where_quantiles_do() {
        assertThat(QuantileEdges.of(new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 4))
                .containsExactly(0, 2.5f, 5, 7.5f, 10);
    }

    @Test
    void one_value_that_fills_most_of_the_column_takes_one_edge_only() {
        float[] column = new float[109];
        for (int i = 0; i < 9; i++) {
            column[i] = i + 1;
        }
        assertThat(QuantileEdges.of(column, 4)).containsExactly(0, 1, 3, 5, 7, 9);
    }

    @Test
    void values_are_edges_where_there_are_no_more_than_bins() {
        assertThat(QuantileEdges.of(new float[] {1, 2, 3, 1, 2, 3}, 64))
                .startsWith(1)
                .contains(2)
                .endsWith(3);
        assertThat(QuantileEdges.of(new float[] {1, 1, 1, 2}, 64)).containsExactly(1, 2);
    }

    @Test
    void a_constant_column_has_a_single_edge() {
        assertThat(QuantileEdges.of(new float[] {7, 7, 7}, 8)).containsExactly(7);
    }

    @Test
    void minus_zero_is_zero() {
        assertThat(QuantileEdges.of(new float[] {-0f, 0f, 1}, 2)).hasSize(2);
    }

    @Test
    void what_is_no_number_is_left_out() {
        float[] column = new float[40];
        for (int i = 0; i < column.length; i++) {
            column[i] = i < 20 ? Float.NaN : i;
        }
        column[39] = Float.POSITIVE_INFINITY;
        assertThat(QuantileEdges.of(column, 2)).containsExactly(20, 29, 38);
    }
}
