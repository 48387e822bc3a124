package io.thresher.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckedRowsTest {
    @Test
    void are_spread_over_many_rows_and_all_of_few() {
        assertThat(checked(1200)).hasSize(500).startsWith(0, 2, 4).endsWith(998);
        assertThat(checked(3)).containsExactly(0, 1, 2);
        assertThat(checked(0)).isEmpty();
    }

    private static float[] checked(int rows) {
        float[] numbers = new float[rows];
        for (int row = 0; row < rows; row++) {
            numbers[row] = row;
        }
        Table taken = CheckedRows.of(new Table(rows, List.of(new NumberColumn("row", numbers))));
        NumberColumn column = (NumberColumn) taken.columns().get(0);
        float[] values = new float[taken.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = column.value(row);
        }
        return values;
    }
}
