package io.thresher.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.thresher.data.Target;
import io.thresher.metric.Metric;
import io.thresher.metric.Predictions;
import io.thresher.seed.Seed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StackingTest {
    private static final int ROWS = 4_000;
    private static final EnsembleLimits LIMITS = EnsembleLimits.of(Long.MAX_VALUE);
    private static final Seed SEED = new Seed(7);

    private final double[] signal = normal("signal");
    private final double[] common = normal("common");

    /** Two models share an error that a third, bad one knows: no average of them is rid of it, their difference is. */
    @ParameterizedTest
    @EnumSource(
            value = Metric.class,
            names = {"ROC_AUC", "LOG_LOSS", "RMSE"})
    void takes_a_layer_that_helps_on_rows_it_did_not_see_and_tells_what_to_expect(Metric metric) {
        List<double[]> models = List.of(
                sum(1, signal, 0.7, common, 0.1, normal("a")),
                sum(1, signal, 0.7, common, 0.3, normal("b")),
                sum(0.1, signal, 1, common, 0.1, normal("c")));
        Target all = truth(metric);
        int[] known = IntStream.range(0, ROWS / 2).toArray();
        int[] unknown = IntStream.range(ROWS / 2, ROWS).toArray();
        List<Candidate> candidates = candidates(metric, models, known, all.take(known));
        Choice plain = plain(metric, all.take(known), candidates);

        Choice stacked = new Stacking(metric, all.take(known), SEED)
                .over(plain, candidates, LIMITS, () -> true)
                .orElseThrow();

        Stack stack = stacked.stack().orElseThrow();
        double told = loss(metric, all.take(known), applied(stacked, stack, candidates)) + stacked.optimism();
        List<Candidate> elsewhere = candidates(metric, models, unknown, all.take(unknown));
        double reached = loss(metric, all.take(unknown), applied(stacked, stack, elsewhere));
        double before = loss(metric, all.take(unknown), average(plain, elsewhere));
        assertThat(reached).isLessThan(before - 0.02 * Math.abs(before));
        assertThat(told).isCloseTo(reached, within(0.06 * Math.abs(reached)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Metric.class,
            names = {"ROC_AUC", "LOG_LOSS", "RMSE"})
    void leaves_the_average_where_nothing_can_be_added(Metric metric) {
        int taken = 0;
        for (int table = 0; table < 20; table++) {
            List<double[]> models = new ArrayList<>();
            for (int model = 0; model < 8; model++) {
                models.add(sum(1, signal, 0.05, normal("own" + table + "-" + model)));
            }
            int[] rows = IntStream.range(table * 200, table * 200 + 200).toArray();
            Target truth = truth(metric).take(rows);
            List<Candidate> candidates = candidates(metric, models, rows, truth);
            taken += new Stacking(metric, truth, SEED)
                            .over(plain(metric, truth, candidates), candidates, LIMITS, () -> true)
                            .isPresent()
                    ? 1
                    : 0;
        }

        assertThat(taken).isLessThanOrEqualTo(2);
    }

    @Test
    void is_the_same_every_time_and_keeps_to_the_limits() {
        List<double[]> models = List.of(
                sum(1, signal, 0.7, common),
                sum(1, signal, 0.7, common, 0.4, normal("b")),
                sum(0.1, signal, 1, common));
        Target truth = truth(Metric.RMSE);
        List<Candidate> candidates =
                candidates(Metric.RMSE, models, IntStream.range(0, ROWS).toArray(), truth);
        Choice plain = new Choice(List.of(new Member(0, 0.5), new Member(1, 0.5)), 0);
        Stacking stacking = new Stacking(Metric.RMSE, truth, SEED);

        assertThat(stacking.over(plain, candidates, LIMITS, () -> true))
                .isEqualTo(new Stacking(Metric.RMSE, truth, SEED).over(plain, candidates, LIMITS, () -> true))
                .hasValueSatisfying(choice -> assertThat(choice.members()).hasSize(3));
        assertThat(stacking.over(plain, candidates, EnsembleLimits.of(25), () -> true))
                .hasValueSatisfying(choice -> assertThat(choice.members()).hasSize(2));
    }

    @Test
    void without_time_there_is_no_layer() {
        Target truth = truth(Metric.RMSE);
        List<Candidate> candidates = candidates(
                Metric.RMSE, List.of(signal, common), IntStream.range(0, ROWS).toArray(), truth);
        int[] asked = new int[1];

        assertThat(new Stacking(Metric.RMSE, truth, SEED)
                        .over(new Choice(List.of(new Member(0, 1)), 0), candidates, LIMITS, () -> asked[0]++ < 2))
                .isEmpty();
        assertThat(asked[0]).isEqualTo(3);
    }

    @Test
    void so_large_a_penalty_that_nothing_moves_leaves_the_average() {
        Target truth = truth(Metric.LOG_LOSS);
        List<Predictions> members =
                List.of(predictions(Metric.LOG_LOSS, signal), predictions(Metric.LOG_LOSS, sum(1, signal, 1, common)));
        List<Double> weights = List.of(0.25, 0.75);

        Predictions stacked = new StackFit(members, weights, truth).fit(1e12).apply(members, weights);

        for (int row = 0; row < ROWS; row += 100) {
            assertThat(stacked.value(row, 1))
                    .isCloseTo(
                            0.25f * members.get(0).value(row, 1)
                                    + 0.75f * members.get(1).value(row, 1),
                            within(1e-5f));
        }
    }

    @Test
    void ridge_regression_has_its_closed_form() {
        Target truth = Target.ofNumbers(new double[] {1, 3, 2, 6});
        Predictions only = new Predictions(4, 1, new float[] {-3, -1, 1, 3});

        Stack stack = new StackFit(List.of(only), List.of(1.0), truth).fit(2);

        // Centred, errors are −1, −1, −4, 0 ... of which the slope over −3, −1, 1, 3 with two rows of penalty is taken.
        double slope = (1 * -3 + 3 * -1 + 2 * 1 + 6 * 3 - (9 + 1 + 1 + 9)) / (20 + 2 * 5.0);
        assertThat(stack.scale()).isCloseTo(1 + slope, within(1e-5));
        assertThat(stack.offsets().get(0)).isCloseTo(3, within(1e-5));
        assertThat(stack.coefficients()).containsExactly(0.0);
    }

    private Target truth(Metric metric) {
        SplittableRandom random = SEED.fork("truth").random();
        DoubleUnaryOperator told = metric.judgesClasses()
                ? value -> random.nextDouble() < 1 / (1 + Math.exp(-2 * value)) ? 1 : 0
                : value -> value + 0.5 * random.nextGaussian();
        double[] values = java.util.Arrays.stream(signal).map(told).toArray();
        return metric.judgesClasses() ? Target.ofClasses(List.of("no", "yes"), values) : Target.ofNumbers(values);
    }

    private static List<Candidate> candidates(Metric metric, List<double[]> models, int[] rows, Target truth) {
        ToDoubleFunction<Candidate> loss = candidate -> loss(metric, truth, candidate.outOfFold());
        return IntStream.range(0, models.size())
                .mapToObj(number -> new Candidate(
                        number, predictions(metric, models.get(number)).take(rows), Load.ofBytes(10), true))
                .sorted(Comparator.comparingDouble(loss))
                .toList();
    }

    private static Choice plain(Metric metric, Target truth, List<Candidate> candidates) {
        EnsembleSearch search = new EnsembleSearch(metric, truth, SEED);
        candidates.forEach(search::add);
        return search.choose(LIMITS, () -> true);
    }

    private static Predictions predictions(Metric metric, double[] values) {
        int width = metric.judgesClasses() ? 2 : 1;
        float[] all = new float[width * values.length];
        for (int row = 0; row < values.length; row++) {
            all[width * row + width - 1] = (float) (width == 1 ? values[row] : 1 / (1 + Math.exp(-2 * values[row])));
            if (width == 2) {
                all[2 * row] = 1 - all[2 * row + 1];
            }
        }
        return new Predictions(values.length, width, all);
    }

    private static Predictions applied(Choice choice, Stack stack, List<Candidate> candidates) {
        return stack.apply(
                choice.members().stream().map(member -> of(member, candidates)).toList(),
                choice.members().stream().map(Member::weight).toList());
    }

    /** The average is the layer that does nothing. */
    private static Predictions average(Choice choice, List<Candidate> candidates) {
        Predictions any = candidates.get(0).outOfFold();
        return applied(
                choice,
                new Stack(
                        1,
                        choice.members().stream().map(member -> 0.0).toList(),
                        java.util.Collections.nCopies(any.width(), 0.0)),
                candidates);
    }

    private static Predictions of(Member member, List<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.number() == member.number())
                .findFirst()
                .orElseThrow()
                .outOfFold();
    }

    private static double loss(Metric metric, Target truth, Predictions predictions) {
        return metric.loss(metric.score(truth.values(), predictions));
    }

    private static double[] normal(String name) {
        SplittableRandom random = SEED.fork(name).random();
        return IntStream.range(0, ROWS)
                .mapToDouble(row -> random.nextGaussian())
                .toArray();
    }

    /** Factors and what they multiply, in turn. */
    private static double[] sum(Object... parts) {
        double[] sum = new double[ROWS];
        for (int part = 0; part < parts.length; part += 2) {
            double factor = ((Number) parts[part]).doubleValue();
            double[] values = (double[]) parts[part + 1];
            for (int row = 0; row < ROWS; row++) {
                sum[row] += factor * values[row];
            }
        }
        return sum;
    }
}
