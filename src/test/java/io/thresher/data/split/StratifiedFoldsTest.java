package io.thresher.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.thresher.data.Target;
import io.thresher.seed.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StratifiedFoldsTest {
    private static final Seed SEED = new Seed(7);

    @Property
    void every_row_is_in_one_validation_part_and_all_other_training_parts(
            @ForAll @Size(min = 2, max = 60) List<@IntRange(max = 3) Integer> labels,
            @ForAll @IntRange(min = 2, max = 10) int count,
            @ForAll long seed) {
        Assume.that(count <= labels.size());

        Folds folds = folds(classes(labels), count, new Seed(seed));

        int[] validated = IntStream.range(0, count)
                .mapToObj(folds::validationRows)
                .flatMapToInt(Arrays::stream)
                .sorted()
                .toArray();
        assertThat(validated).containsExactly(IntStream.range(0, labels.size()).toArray());
        for (int fold = 0; fold < count; fold++) {
            assertThat(IntStream.concat(
                                    Arrays.stream(folds.trainingRows(fold)), Arrays.stream(folds.validationRows(fold)))
                            .sorted()
                            .toArray())
                    .isEqualTo(validated);
        }
    }

    @Property
    void a_class_is_spread_evenly_and_one_of_two_rows_is_in_every_training_part(
            @ForAll @Size(min = 2, max = 60) List<@IntRange(max = 5) Integer> labels,
            @ForAll @IntRange(min = 2, max = 10) int count,
            @ForAll long seed) {
        Assume.that(count <= labels.size());

        Folds folds = folds(classes(labels), count, new Seed(seed));

        for (int label = 0; label <= 5; label++) {
            int rows = rowsOf(label, labels, IntStream.range(0, labels.size()).toArray());
            for (int fold = 0; fold < count; fold++) {
                int validated = rowsOf(label, labels, folds.validationRows(fold));
                assertThat(validated).isBetween(rows / count, (rows + count - 1) / count);
                assertThat(rows - validated > 0).isEqualTo(rows >= 2 || (rows == 1 && validated == 0));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 7})
    void fold_sizes_differ_by_one_at_most(int count) {
        Folds folds = folds(numbers(101), count, SEED);

        assertThat(IntStream.range(0, count).map(fold -> folds.validationRows(fold).length))
                .allMatch(size -> size == 101 / count || size == 101 / count + 1);
    }

    @Test
    void every_fold_sees_small_and_large_numbers() {
        Target target = numbers(1_000);

        Folds folds = folds(target, 5, SEED);

        for (int fold = 0; fold < 5; fold++) {
            double mean = Arrays.stream(folds.validationRows(fold))
                    .mapToDouble(target::value)
                    .average()
                    .orElseThrow();
            assertThat(mean).isBetween(499.5 - 2, 499.5 + 2);
        }
    }

    @Test
    void rows_in_the_order_of_the_target_are_not_dealt_in_that_order() {
        Folds folds =
                folds(Target.ofNumbers(IntStream.range(0, 100).asDoubleStream().toArray()), 5, SEED);

        int[] first = folds.validationRows(0);
        assertThat(IntStream.range(1, first.length).map(i -> first[i] - first[i - 1]))
                .contains(1, 2, 9);
    }

    @Test
    void the_same_seed_gives_the_same_folds_and_another_seed_others() {
        Target target = classes(IntStream.range(0, 50).map(i -> i % 3).boxed().toList());

        assertThat(folds(target, 5, SEED).validationRows(2))
                .isEqualTo(folds(target, 5, SEED).validationRows(2))
                .isNotEqualTo(folds(target, 5, new Seed(8)).validationRows(2));
    }

    @Test
    void more_folds_than_rows_are_refused() {
        assertThatThrownBy(() -> folds(numbers(10), 11, SEED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 11 for 10 rows");
    }

    @Test
    void fewer_folds_than_two_are_refused() {
        assertThatThrownBy(() -> new Validation.KFold(1)).hasMessageContaining("got 1");
    }

    /** The numbers from 0 in any order. */
    private static Target numbers(int rows) {
        double[] values =
                IntStream.range(0, rows).mapToDouble(i -> i * 7919L % rows).toArray();
        return Target.ofNumbers(values);
    }

    private static Target classes(List<Integer> labels) {
        List<String> classes = List.of("a", "b", "c", "d", "e", "f");
        return Target.ofClasses(
                classes, labels.stream().mapToDouble(Integer::doubleValue).toArray());
    }

    private static int rowsOf(int label, List<Integer> labels, int[] rows) {
        return (int) Arrays.stream(rows).filter(row -> labels.get(row) == label).count();
    }

    private static Folds folds(Target target, int count, Seed seed) {
        return new Splitter(new Validation.KFold(count), target, RowKeys.none(), seed).folds();
    }
}
