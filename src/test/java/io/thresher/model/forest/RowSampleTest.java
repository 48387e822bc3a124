package io.thresher.model.forest;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.model.FeatureMatrix;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RowSampleTest {
    private final SplittableRandom random = new SplittableRandom(4);

    @Test
    void a_bootstrap_draws_as_often_as_asked_and_leaves_about_a_third_out() {
        RowSample sample = RowSample.bootstrap(10_000, 10_000, random);
        int draws = IntStream.range(0, sample.size())
                .map(position -> sample.weight(sample.row(position)))
                .sum();
        assertThat(draws).isEqualTo(10_000);
        assertThat(sample.size()).isBetween(6200, 6440);
    }

    @Test
    void a_subset_has_each_row_at_most_once() {
        int[] hits = new int[10];
        for (int i = 0; i < 3000; i++) {
            RowSample sample = RowSample.subset(10, 4, random);
            assertThat(sample.size()).isEqualTo(4);
            for (int position = 0; position < 4; position++) {
                assertThat(sample.weight(sample.row(position))).isEqualTo(1);
                hits[sample.row(position)]++;
            }
        }
        assertThat(IntStream.of(hits).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(1050, 1350));
    }

    @Test
    void rows_are_divided_in_place_and_keep_their_order() {
        float[] values = {5, 1, Float.NaN, 4, 2, Float.NaN, 3};
        byte[] codes = new CodedColumns(new FeatureMatrix(List.of("f"), 7, values)).codes(0);
        RowSample sample = RowSample.subset(7, 7, random);
        assertThat(sample.partition(1, 7, codes, 1, true)).isEqualTo(5);
        assertThat(IntStream.range(0, 7).map(sample::row)).containsExactly(0, 1, 2, 4, 5, 3, 6);
        assertThat(sample.partition(1, 5, codes, 0, false)).isEqualTo(2);
        assertThat(IntStream.range(0, 7).map(sample::row)).containsExactly(0, 1, 2, 4, 5, 3, 6);
    }
}
