package io.thresher.model.neural;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.model.FeatureMatrix;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InputEncodingTest {
    /** A column 0, 0.5, …, 8 and a column of zeros and ones. */
    private static final FeatureMatrix TRAINING = training();

    @Test
    void says_how_far_a_value_has_filled_each_bin() {
        assertThat(encoded(3, 1)).containsExactly(3, 1, 1, 0.5f, 0, 0);
    }

    @Test
    void fills_no_bin_below_and_all_bins_above_the_values_seen() {
        assertThat(encoded(-5, 0)).containsExactly(-5, 0, 0, 0, 0, 0);
        assertThat(encoded(50, 0)).containsExactly(50, 0, 1, 1, 1, 1);
    }

    @Test
    void cuts_columns_of_zeros_and_ones_into_no_bins() {
        assertThat(InputEncoding.piecewiseLinear(TRAINING, 4).width()).isEqualTo(2 + 4);
    }

    @Test
    void plain_rows_stay_as_they_are() {
        InputEncoding plain = InputEncoding.plain(TRAINING);
        float[] row = new float[plain.width()];
        plain.encode(TRAINING, 4, row, 0);
        assertThat(row).containsExactly(2, 0);
    }

    @Test
    void wide_tables_get_fewer_bins_a_column() {
        int columns = 1000;
        float[] values = new float[40 * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.floorDiv(i, columns);
        }
        List<String> names = Collections.nCopies(columns, "number");
        InputEncoding encoding = InputEncoding.piecewiseLinear(new FeatureMatrix(names, 40, values), 32);
        assertThat(encoding.width()).isEqualTo(columns + columns * 4);
    }

    private static FeatureMatrix training() {
        float[] values = new float[34];
        for (int row = 0; row < 17; row++) {
            values[2 * row] = row / 2f;
            values[2 * row + 1] = row % 2;
        }
        return new FeatureMatrix(List.of("number", "flag"), 17, values);
    }

    private static float[] encoded(float number, float flag) {
        InputEncoding encoding = InputEncoding.piecewiseLinear(TRAINING, 4);
        float[] row = new float[encoding.width()];
        encoding.encode(new FeatureMatrix(TRAINING.names(), 1, new float[] {number, flag}), 0, row, 0);
        return row;
    }
}
