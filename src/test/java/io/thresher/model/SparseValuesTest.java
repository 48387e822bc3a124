package io.thresher.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.thresher.seed.Seed;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SparseValuesTest {
    private static final int ROWS = 70;
    private static final int COLUMNS = 50;
    private static final List<Feature> FEATURES = Feature.derived(
            "c", IntStream.range(0, COLUMNS).mapToObj(i -> "c" + i).toList());

    @Test
    void tells_what_a_matrix_of_all_values_tells() {
        float[] values = values();
        FeatureMatrix all = FeatureMatrix.of(FEATURES, ROWS, values);
        FeatureMatrix sparse = FeatureMatrix.of(FEATURES, sparse(values));

        assertThat(sparse.rows()).isEqualTo(ROWS);
        assertThat(sparse.columns()).isEqualTo(COLUMNS);
        assertThat(sparse.present()).isEqualTo(all.present()).isBetween(100L, 1000L);
        assertThat(sparse.bytes()).isLessThan(all.bytes());
        for (int row = 0; row < ROWS; row++) {
            assertThat(sparse.row(row)).containsExactly(all.row(row));
            assertThat(sparse.value(row, row % COLUMNS)).isEqualTo(all.value(row, row % COLUMNS));
            float[] told = new float[COLUMNS];
            sparse.forEach(row, (column, value) -> told[column] += value);
            assertThat(told).containsExactly(all.row(row));
        }
    }

    @Test
    void values_of_a_row_must_come_in_the_order_of_columns() {
        SparseValues.Builder builder = new SparseValues.Builder(2, 3);
        builder.set(1, 2, 1);
        builder.set(0, 1, 1);
        builder.set(1, 0, 1);

        assertThatThrownBy(builder::build).hasMessageContaining("row 1");
    }

    /** Block by block of columns, as preparations write. */
    private static SparseValues sparse(float[] values) {
        SparseValues.Builder builder = new SparseValues.Builder(ROWS, COLUMNS);
        for (int from = 0; from < COLUMNS; from += 10) {
            for (int row = 0; row < ROWS; row++) {
                for (int column = from; column < from + 10; column++) {
                    builder.set(row, column, values[row * COLUMNS + column]);
                }
            }
        }
        return builder.build();
    }

    private static float[] values() {
        SplittableRandom random = new Seed(4).random();
        float[] values = new float[ROWS * COLUMNS];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(10) == 0 ? (float) random.nextGaussian() : 0;
        }
        return values;
    }
}
