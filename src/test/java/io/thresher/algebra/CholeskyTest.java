package io.thresher.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CholeskyTest {

    @Test
    void the_factor_times_its_transpose_is_the_matrix_and_the_inverse_is_its_inverse() {
        // Known factor of [[4,12,−16],[12,37,−43],[−16,−43,98]]: [[2,0,0],[6,1,0],[−8,5,3]].
        double[][] matrix = {{4, 0, 0}, {12, 37, 0}, {-16, -43, 98}};
        Cholesky.factor(matrix);

        assertThat(matrix[0][0]).isCloseTo(2, within(1e-12));
        assertThat(matrix[2]).containsExactly(new double[] {-8, 5, 3}, within(1e-12));
        assertThat(Cholesky.solve(matrix, new double[] {0, 6, 39}))
                .containsExactly(new double[] {1, 1, 1}, within(1e-9));
        double[] firstColumn = {49.361111, -13.555556, 2.111111};
        assertThat(Cholesky.inverse(matrix)[0]).containsExactly(firstColumn, within(1e-5));
    }
}
