package io.thresher.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Target;
import io.thresher.seed.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SplitterTest {
    private static final Seed SEED = new Seed(3);

    @Property(tries = 200)
    void a_group_is_never_on_both_sides(
            @ForAll @Size(min = 12, max = 80) List<@IntRange(max = 9) Integer> groups, @ForAll long seed) {
        double[] keys = groups.stream().mapToDouble(Integer::doubleValue).toArray();
        Target target = twoClasses(keys.length);
        RowKeys rows = RowKeys.ofTimes(keys);
        if (rows.distinct() < 3) {
            return;
        }

        Folds folds = new Splitter(new Validation.Group("g", 3), target, rows, new Seed(seed)).folds();

        for (int fold = 0; fold < 3; fold++) {
            assertThat(valuesOf(keys, folds.validationRows(fold)))
                    .isNotEmpty()
                    .doesNotContainAnyElementsOf(valuesOf(keys, folds.trainingRows(fold)));
        }
        assertThat(validated(folds)).isEqualTo(IntStream.range(0, keys.length).toArray());
    }

    @Test
    void groups_share_out_rows_and_classes_evenly() {
        SplittableRandom random = new SplittableRandom(5);
        double[] groups = random.doubles(600, 0, 60).map(Math::floor).toArray();
        Target target = Target.ofClasses(
                List.of("n", "y"),
                random.doubles(600).map(draw -> draw < 0.2 ? 1 : 0).toArray());

        Folds folds = new Splitter(new Validation.Group("g", 5), target, RowKeys.ofTimes(groups), SEED).folds();

        for (int fold = 0; fold < 5; fold++) {
            int[] rows = folds.validationRows(fold);
            assertThat(rows).hasSizeBetween(100, 140);
            assertThat(Arrays.stream(rows).filter(row -> target.value(row) == 1).count())
                    .isBetween(18L, 30L);
        }
    }

    @Test
    void rows_without_a_group_are_groups_of_their_own() {
        double[] keys = DoubleStream.generate(() -> Double.NaN).limit(10).toArray();

        Folds folds = new Splitter(new Validation.Group("g", 5), twoClasses(10), RowKeys.ofTimes(keys), SEED).folds();

        assertThat(validated(folds)).hasSize(10);
    }

    @Property(tries = 200)
    void time_never_looks_ahead(@ForAll @Size(min = 30, max = 90) List<@IntRange(max = 40) Integer> times) {
        double[] keys = times.stream().mapToDouble(Integer::doubleValue).toArray();
        RowKeys rows = RowKeys.ofTimes(keys);
        if (rows.distinct() < 15) {
            return;
        }

        Folds folds = new Splitter(new Validation.Time("t", 3), twoClasses(keys.length), rows, SEED).folds();

        for (int fold = 0; fold < 3; fold++) {
            double latest = Arrays.stream(folds.trainingRows(fold))
                    .mapToDouble(row -> keys[row])
                    .max()
                    .orElseThrow();
            assertThat(Arrays.stream(folds.validationRows(fold)).mapToDouble(row -> keys[row]))
                    .isNotEmpty()
                    .allMatch(time -> time > latest);
        }
        assertThat(folds.delivered()).containsExactly(2);
    }

    @Test
    void rows_without_a_time_are_not_used() {
        double[] keys = IntStream.range(0, 40)
                .mapToDouble(i -> i % 10 == 0 ? Double.NaN : i)
                .toArray();

        Folds folds = new Splitter(new Validation.Time("t", 3), twoClasses(40), RowKeys.ofTimes(keys), SEED).folds();

        for (int fold = 0; fold < 3; fold++) {
            assertThat(folds.trainingRows(fold)).doesNotContain(0, 10, 20, 30);
            assertThat(folds.validationRows(fold)).doesNotContain(0, 10, 20, 30);
        }
    }

    @Test
    void too_few_moments_are_refused_with_a_sentence() {
        RowKeys keys = RowKeys.ofTimes(new double[] {1, 1, 1, 2, 2, 2, 2, 2});

        assertThatThrownBy(() -> new Splitter(new Validation.Time("t", 5), twoClasses(8), keys, SEED).folds())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("different times");
    }

    @Test
    void each_value_of_a_column_of_folds_judges_once() {
        RowKeys keys = RowKeys.ofTimes(new double[] {1, 2, 1, Double.NaN, 2, 7});

        Folds folds = new Splitter(new Validation.Custom("f"), twoClasses(6), keys, SEED).folds();

        assertThat(folds.count()).isEqualTo(3);
        assertThat(folds.validationRows(0)).containsExactly(0, 2);
        assertThat(folds.trainingRows(0)).containsExactly(1, 3, 4, 5);
        assertThat(folds.validationRows(2)).containsExactly(5);
    }

    @Test
    void repeats_deal_anew_and_leave_every_row_out_as_often() {
        Folds folds = new Splitter(new Validation.RepeatedKFold(5, 3), twoClasses(50), RowKeys.none(), SEED).folds();

        assertThat(folds.count()).isEqualTo(15);
        assertThat(folds.validationRows(0)).isNotEqualTo(folds.validationRows(5));
        int[] all = IntStream.range(0, 15)
                .mapToObj(folds::validationRows)
                .flatMapToInt(Arrays::stream)
                .toArray();
        assertThat(IntStream.range(0, 50))
                .allMatch(row -> Arrays.stream(all).filter(each -> each == row).count() == 3);
    }

    @Test
    void a_holdout_keeps_the_share_of_each_class() {
        Target target = Target.ofClasses(
                List.of("n", "y"),
                IntStream.range(0, 1000).mapToDouble(i -> i % 10 == 0 ? 1 : 0).toArray());

        Split split = new Splitter(new Validation.KFold(5), target, RowKeys.none(), SEED).holdout(0.2);

        assertThat(split.validationRows()).hasSizeBetween(199, 201);
        assertThat(Arrays.stream(split.validationRows())
                        .filter(row -> target.value(row) == 1)
                        .count())
                .isBetween(19L, 21L);
        assertThat(split.trainingRows()).doesNotContain(split.validationRows());
    }

    @Test
    void a_holdout_by_time_is_the_end() {
        double[] keys = IntStream.range(0, 100).mapToDouble(i -> (i * 37) % 100).toArray();

        Split split =
                new Splitter(new Validation.Time("t", 3), twoClasses(100), RowKeys.ofTimes(keys), SEED).holdout(0.1);

        assertThat(Arrays.stream(split.validationRows())
                        .mapToDouble(row -> keys[row])
                        .sorted())
                .containsExactly(90.0, 91.0, 92.0, 93.0, 94.0, 95.0, 96.0, 97.0, 98.0, 99.0);
    }

    @Test
    void dates_are_put_into_the_order_of_time_however_they_are_written() {
        Map<String, List<String>> written = Map.of(
                "dd/MM/yyyy", List.of("02/01/2020", "01/02/2020", "31/12/2019", ""),
                "yyyy-MM-dd", List.of("2020-01-02", "2020-02-01", "2019-12-31", ""),
                "yyyyMMdd'T'HHmmss", List.of("20200102T000000", "20200201T000000", "20191231T000000", ""),
                "yyyy-MM-dd HH:mm:ss", List.of("2020-01-02 10:00:00", "2020-02-01 09:00:00", "2019-12-31 23:59:59", ""),
                "MMM yyyy", List.of("Jan 2020", "FEB 2020", "dec 2019", ""),
                "HH.mm.ss", List.of("18.00.00", "18.00.01", "03.30.00", ""));
        written.forEach((format, dates) -> {
            RowKeys keys = TimeKeys.ofWords(CategoryColumn.of("t", dates), format);

            assertThat(keys.of(0)).as(format).isLessThan(keys.of(1)).isGreaterThan(keys.of(2));
            assertThat(keys.isKnown(3)).isFalse();
        });
        assertThatThrownBy(() -> TimeKeys.ofWords(CategoryColumn.of("t", List.of("soon")), null))
                .hasMessageContaining("'t'");
    }

    @Test
    void a_few_rows_are_dealt_twice_many_once_and_very_many_held_out() {
        assertThat(AutoValidation.of(300, Optional.empty()).validation()).isEqualTo(new Validation.RepeatedKFold(5, 2));
        assertThat(AutoValidation.of(7_000, Optional.empty()).validation()).isEqualTo(new Validation.KFold(5));
        assertThat(AutoValidation.of(90_000, Optional.empty()).validation()).isEqualTo(new Validation.Holdout(0.2));
        assertThat(AutoValidation.of(90_000, Optional.of("patient")).validation())
                .isEqualTo(new Validation.Group("patient", 5));
    }

    private static Target twoClasses(int rows) {
        return Target.ofClasses(
                List.of("n", "y"),
                IntStream.range(0, rows).mapToDouble(i -> i % 2).toArray());
    }

    private static List<Double> valuesOf(double[] keys, int[] rows) {
        return Arrays.stream(rows).mapToObj(row -> keys[row]).distinct().toList();
    }

    private static int[] validated(Folds folds) {
        return IntStream.range(0, folds.count())
                .mapToObj(folds::validationRows)
                .flatMapToInt(Arrays::stream)
                .sorted()
                .toArray();
    }
}
