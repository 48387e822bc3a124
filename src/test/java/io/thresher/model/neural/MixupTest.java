package io.thresher.model.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.thresher.seed.Seed;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MixupTest {

    @Test
    void rows_and_aims_are_blended_in_the_same_shares() {
        float[] inputs = {0, 10, 5, 50, 1, 20};
        Aims aims = new Mixup(0.4, new Seed(3).random()).blend(inputs, 2, 2, new float[] {0, 5, 1});
        for (int row = 0; row < 3; row++) {
            assertThat((double) inputs[2 * row]).isCloseTo(aims.blended(row), within(1e-6));
        }
        assertThat(inputs[2]).isEqualTo(5);
        assertThat(inputs[1] + inputs[5]).isCloseTo(30, within(1e-4f));
    }

    @Test
    void shares_are_beta_distributed() {
        Mixup mixup = new Mixup(0.5, new Seed(1).random());
        double[] shares = IntStream.range(0, 20_000)
                .mapToDouble(i -> mixup.blend(new float[2], 1, 1, new float[2]).share())
                .toArray();
        // Beta(α, α) has mean 1/2 and variance 1 / (4·(2α + 1)).
        assertThat(DoubleStream.of(shares).average().orElseThrow()).isCloseTo(0.5, within(0.01));
        assertThat(DoubleStream.of(shares)
                        .map(share -> (share - 0.5) * (share - 0.5))
                        .average()
                        .orElseThrow())
                .isCloseTo(0.125, within(0.003));
    }

    @Test
    void an_alpha_of_zero_blends_nothing() {
        float[] inputs = {1, 2};
        Aims aims = new Mixup(0, new Seed(1).random()).blend(inputs, 1, 1, new float[] {3, 4});
        assertThat(inputs).containsExactly(1, 2);
        assertThat(aims.share()).isEqualTo(1);
    }
}
