package io.thresher.data.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.seed.Seed;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssociationsTest {
    private static final int ROWS = 8_000;

    private final Random random = new Random(5);

    @Test
    void a_copy_of_a_fair_coin_tells_the_logarithm_of_two() {
        int[] coin = random.ints(ROWS, 0, 2).toArray();

        Association association = of(words(row -> coin[row] == 0 ? "heads" : "tails"), classes(row -> coin[row]));

        assertThat(association.mutualInformation()).isCloseTo(Math.log(2), within(0.001));
        assertThat(association.predictiveScore()).isGreaterThan(0.99);
    }

    @Test
    void one_half_of_an_exclusive_or_tells_nothing() {
        int[] one = random.ints(ROWS, 0, 2).toArray();
        int[] other = random.ints(ROWS, 0, 2).toArray();

        Association association = of(words(row -> "side " + one[row]), classes(row -> one[row] ^ other[row]));

        assertThat(association.mutualInformation()).isLessThan(0.001);
        assertThat(association.predictiveScore()).isLessThan(0.001);
    }

    /** Two normal variables of correlation ρ share −½ ln(1 − ρ²) nats; bins lose a little of it. ρ² is explained. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.6, 0.8})
    void normal_variables_tell_what_their_correlation_says(double correlation) {
        double[] x = random.doubles(ROWS).map(any -> random.nextGaussian()).toArray();
        double[] y = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            y[row] = correlation * x[row] + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
        }

        Association association = of(numbers(row -> x[row]), Target.ofNumbers(y));

        double exact = -0.5 * Math.log(1 - correlation * correlation);
        assertThat(association.mutualInformation()).isCloseTo(exact, within(0.02 + 0.1 * exact));
        assertThat(association.predictiveScore()).isCloseTo(correlation * correlation, within(0.03));
    }

    @Test
    void a_channel_that_errs_once_in_ten_tells_its_capacity() {
        int[] sent = random.ints(ROWS, 0, 2).toArray();
        int[] received = IntStream.of(sent)
                .map(bit -> random.nextInt(10) == 0 ? 1 - bit : bit)
                .toArray();

        Association association = of(words(row -> "bit " + received[row]), classes(row -> sent[row]));

        double lost = -0.1 * Math.log(0.1) - 0.9 * Math.log(0.9);
        assertThat(association.mutualInformation()).isCloseTo(Math.log(2) - lost, within(0.02));
        assertThat(association.predictiveScore()).isCloseTo(1 - lost / Math.log(2), within(0.03));
    }

    @Test
    void noise_tells_nothing_even_in_few_rows() {
        double[] y =
                IntStream.range(0, 60).mapToDouble(row -> random.nextGaussian()).toArray();
        Column noise = new NumberColumn("x", floats(60, row -> random.nextGaussian()));

        Association association = of(noise, Target.ofNumbers(y));

        assertThat(association.mutualInformation()).isLessThan(0.15);
        assertThat(association.predictiveScore()).isLessThan(0.1);
    }

    @Test
    void an_identifier_tells_nothing() {
        Target target = classes(row -> random.nextInt(2));

        Association association = of(words(row -> "id " + row), target);

        assertThat(association.mutualInformation()).isLessThan(0.001);
        assertThat(association.predictiveScore()).isZero();
    }

    @Test
    void that_a_value_is_missing_tells_as_much_as_a_value_does() {
        int[] label = random.ints(ROWS, 0, 2).toArray();

        Association association =
                of(numbers(row -> label[row] == 1 ? Double.NaN : random.nextGaussian()), classes(row -> label[row]));

        assertThat(association.predictiveScore()).isGreaterThan(0.99);
    }

    @Test
    void a_relation_that_turns_around_is_seen() {
        double[] x = random.doubles(ROWS, -1, 1).toArray();

        Association association = of(
                numbers(row -> x[row]),
                Target.ofNumbers(IntStream.range(0, ROWS)
                        .mapToDouble(row -> x[row] * x[row])
                        .toArray()));

        assertThat(association.predictiveScore()).isGreaterThan(0.99);
    }

    @Test
    void the_same_seed_gives_the_same_score() {
        double[] y = random.doubles(ROWS).toArray();
        Column column = numbers(row -> y[row] + random.nextGaussian());

        assertThat(of(column, Target.ofNumbers(y))).isEqualTo(of(column, Target.ofNumbers(y)));
    }

    @Test
    void table_and_target_of_different_length_are_refused() {
        Table table = new Table(2, List.of(new NumberColumn("x", new float[] {1, 2})));

        assertThatThrownBy(() -> Associations.of(table, Target.ofNumbers(new double[] {1}), new Seed(1)))
                .hasMessageContaining("2 and 1");
    }

    private static Association of(Column column, Target target) {
        return Associations.of(new Table(target.rows(), List.of(column)), target, new Seed(3))
                .get(0);
    }

    private static Target classes(IntToDoubleFunction label) {
        return Target.ofClasses(
                List.of("no", "yes"),
                IntStream.range(0, ROWS).mapToDouble(label).toArray());
    }

    private static Column words(IntFunction<String> word) {
        return CategoryColumn.of("x", IntStream.range(0, ROWS).mapToObj(word).toList());
    }

    private static Column numbers(IntToDoubleFunction number) {
        return new NumberColumn("x", floats(ROWS, number));
    }

    private static float[] floats(int rows, IntToDoubleFunction number) {
        float[] floats = new float[rows];
        for (int row = 0; row < rows; row++) {
            floats[row] = (float) number.applyAsDouble(row);
        }
        return floats;
    }
}
