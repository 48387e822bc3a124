package io.thresher.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.data.Target;
import io.thresher.metric.Metric;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GreedySelectionTest {
    private static final int ROWS = 4000;

    @Test
    void a_weaker_model_joins_at_the_small_weight_at_which_it_helps() {
        // Errors with deviations 1 and 3: at a half the average errs by 1.58, at the ideal tenth by 0.95.
        float[] good = errors(1, 1);
        float[] weak = errors(3, 2);
        Judge judge = Judge.of(Metric.RMSE, Target.ofNumbers(new double[ROWS]));
        GreedySelection selection = new GreedySelection(
                judge, List.of(good, weak), List.of(Load.ofBytes(1), Load.ofBytes(1)), EnsembleLimits.of(1000));

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

        int[] picks = new GreedySelection(
                        judge,
                        List.of(good, noisier),
                        List.of(Load.ofBytes(1), Load.ofBytes(1)),
                        EnsembleLimits.of(1000))
                .picks(judge.once());

        assertThat(picks[1]).isZero();
    }

    @Test
    void where_room_is_scarce_several_light_models_take_the_place_of_a_heavy_one() {
        List<float[]> predictions =
                List.of(errors(1, 1), errors(1.1, 2), errors(1.1, 3), errors(1.1, 4), errors(1.1, 5));
        List<Load> loads = List.of(
                new Load(90, 9, 9), new Load(20, 1, 1), new Load(25, 1, 1), new Load(30, 1, 1), new Load(10, 1, 8));
        Judge judge = Judge.of(Metric.RMSE, Target.ofNumbers(new double[ROWS]));
        EnsembleLimits limits = EnsembleLimits.within(new Load(80 + 20, 50, 10));

        int[] picks = new GreedySelection(judge, predictions, loads, limits).picks(judge.once());

        // The heavy one leaves room for one more; three of the light ones together err by 0.63.
        assertThat(picks[0]).isZero();
        assertThat(IntStream.range(0, picks.length)
                        .filter(i -> picks[i] > 0)
                        .mapToObj(loads::get)
                        .reduce(Load.NONE, Load::plus)
                        .isWithin(limits.most()))
                .isTrue();
        assertThat(IntStream.of(picks).filter(pick -> pick > 0).count()).isGreaterThanOrEqualTo(3);
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
