package io.thresher.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.thresher.model.SparseValues;
import io.thresher.seed.Seed;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TruncatedProjectionTest {
    private static final int ROWS = 60;
    private static final int COLUMNS = 40;

    @Test
    void finds_the_directions_that_a_matrix_was_made_of() {
        // Orthogonal directions, each of columns of its own, with singular values 9, 6, 4, and noise far below.
        double[] sizes = {9, 6, 4};
        SparseValues.Builder values = new SparseValues.Builder(ROWS, COLUMNS);
        SplittableRandom random = new Seed(2).random();
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                int direction = column / 4;
                boolean has = direction < 3 && row % 3 == direction;
                double value = has ? sizes[direction] * Math.sqrt(3.0 / ROWS) / 2 : 0;
                values.set(row, column, (float) (value + 1e-4 * random.nextGaussian()));
            }
        }

        TruncatedProjection found = TruncatedProjection.of(values.build(), 3, new Seed(7));

        assertThat(found.count()).isEqualTo(3);
        for (int vector = 0; vector < 3; vector++) {
            for (int column = 0; column < COLUMNS; column++) {
                float expected = column / 4 == vector ? 0.5f : 0;
                assertThat(Math.abs(found.vectors()[column * 3 + vector])).isCloseTo(expected, within(1e-3f));
            }
        }
    }

    @Test
    void a_matrix_of_low_rank_has_no_more_directions() {
        SparseValues.Builder values = new SparseValues.Builder(ROWS, COLUMNS);
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                values.set(row, column, (row % 2 + 1) * (column % 2 == row % 2 ? 1 : 0));
            }
        }

        assertThat(TruncatedProjection.of(values.build(), 10, new Seed(7)).count())
                .isEqualTo(2);
    }

    @Test
    void eigenvectors_are_those_of_the_matrix() {
        // Known: eigenvalues 2 + √2, 2, 2 − √2.
        SymmetricEigen eigen = SymmetricEigen.of(new double[][] {{2, -1, 0}, {-1, 2, -1}, {0, -1, 2}});

        assertThat(eigen.value(0)).isCloseTo(2 + Math.sqrt(2), within(1e-12));
        assertThat(eigen.value(1)).isCloseTo(2, within(1e-12));
        assertThat(eigen.value(2)).isCloseTo(2 - Math.sqrt(2), within(1e-12));
        assertThat(Math.abs(eigen.vector(0, 1))).isCloseTo(Math.sqrt(0.5), within(1e-12));
        assertThat(eigen.vector(1, 1)).isCloseTo(0, within(1e-12));
    }
}
