package io.thresher.data.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.data.Target;
import io.thresher.seed.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvenSampleTest {
    private static final Seed SEED = new Seed(3);
    /** One row in fifty is of the rare class. */
    private static final Target RARE = Target.ofClasses(
            List.of("often", "rare"),
            IntStream.range(0, 5000).mapToDouble(row -> row % 50 == 7 ? 1 : 0).toArray());

    @Test
    void keeps_the_share_of_every_class() {
        int[] rows = IntStream.range(0, 5000).toArray();

        int[] sample = EvenSample.of(rows, 500, RARE, SEED);

        assertThat(sample.length).isBetween(499, 501);
        assertThat(Arrays.stream(sample).filter(row -> RARE.value(row) == 1).count())
                .isBetween(9L, 11L);
        assertThat(sample).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void gives_places_in_the_target_and_not_among_the_rows() {
        int[] rows = IntStream.range(4000, 5000).toArray();

        assertThat(Arrays.stream(EvenSample.of(rows, 100, RARE, SEED)).min().orElseThrow())
                .isGreaterThanOrEqualTo(4000);
    }

    @Test
    void leaves_few_rows_as_they_are() {
        int[] rows = {2, 5, 9};

        assertThat(EvenSample.of(rows, 3, RARE, SEED)).containsExactly(2, 5, 9);
    }

    @Test
    void draws_the_same_rows_from_the_same_seed_and_others_from_another() {
        int[] rows = IntStream.range(0, 5000).toArray();

        assertThat(EvenSample.of(rows, 200, RARE, SEED))
                .isEqualTo(EvenSample.of(rows, 200, RARE, SEED))
                .isNotEqualTo(EvenSample.of(rows, 200, RARE, new Seed(4)));
    }
}
