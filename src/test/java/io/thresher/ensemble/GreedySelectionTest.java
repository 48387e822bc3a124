package io.thresher.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.data.Target;
import io.thresher.metric.Metric;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GreedySelectionTest {
    private static final int ROWS = 4000;

    @Test
    void a_weaker_model_joins_at_the_small_weight_at_which_it_helps() {
        // Errors with deviations 1 and 3: at a half the average errs by 1.58, at the ideal tenth by 0.95.
        float[] good = errors(1, 1);
        float[] weak = errors(3, 2);
        Judge judge = Judge.of(Metric.RMSE, Target.ofNumbers(new double[ROWS]));
        GreedySelection selection =
                new GreedySelection(judge, List.of(good, weak), new long[] {1, 1}, EnsembleLimits.of(1000));

        int[] picks = selection.picks(judge.once());

        assertThat(picks[1]).isEqualTo(1);
        assertThat(picks[0]).isBetween(5, 12);
        assertThat(judge.loss(selection.average(picks), judge.once())).isLessThan(0.97);
    }

    @Test
    void a_model_that_helps_at_no_weight_is_never_picked() {
        float[] good = errors(1, 1);
        float[] noisier = good.clone();
        float[] noise = errors(1, 3);
        for (int row = 0; row < ROWS; row++) {
            noisier[row] += noise[row];
        }
        Judge judge = Judge.of(Metric.RMSE, Target.ofNumbers(new double[ROWS]));

        int[] picks = new GreedySelection(judge, List.of(good, noisier), new long[] {1, 1}, EnsembleLimits.of(1000))
                .picks(judge.once());

        assertThat(picks[1]).isZero();
    }

    private static float[] errors(double deviation, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] errors = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            errors[row] = (float) (deviation * random.nextGaussian());
        }
        return errors;
    }
}
