package io.thresher.model.neural;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.seed.Seed;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class BatchesTest {

    @Property(tries = 100)
    void hold_every_row_once_an_epoch_in_nearly_equal_parts(
            @ForAll @IntRange(min = 1, max = 500) int rows, @ForAll @IntRange(min = 1, max = 300) int size) {
        Batches batches = new Batches(rows, size, new Seed(rows).random());
        batches.shuffle();
        int[][] all =
                IntStream.range(0, batches.count()).mapToObj(batches::batch).toArray(int[][]::new);
        assertThat(Arrays.stream(all).flatMapToInt(Arrays::stream).sorted())
                .containsExactlyElementsOf(IntStream.range(0, rows).boxed().toList());
        int largest = Arrays.stream(all).mapToInt(batch -> batch.length).max().orElseThrow();
        int smallest = Arrays.stream(all).mapToInt(batch -> batch.length).min().orElseThrow();
        assertThat(largest).isLessThanOrEqualTo(size);
        assertThat(largest - smallest).isLessThanOrEqualTo(1);
    }
}
