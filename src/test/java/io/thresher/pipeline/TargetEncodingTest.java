package io.thresher.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.thresher.data.CategoryColumn;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.data.Task;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.split.Folds;
import io.thresher.data.split.RowKeys;
import io.thresher.data.split.Splitter;
import io.thresher.data.split.Validation;
import io.thresher.metric.Metric;
import io.thresher.model.FeatureDemand;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.ModelFamily;
import io.thresher.model.tribuo.LinearFamily;
import io.thresher.model.xgboost.XGBoostFamily;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.trial.CrossValidated;
import io.thresher.trial.CrossValidation;
import io.thresher.trial.Objective;
import io.thresher.trial.PreparedFolds;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetEncodingTest {
    private static final Seed SEED = new Seed(3);
    private static final Map<String, Object> TARGET = Map.of("encoding", "target", "fewLevels", 1_000_000);

    /** One, two or ten rows a word, and a coin for each row: whatever a model finds in the word is its own target. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10})
    void words_of_chance_predict_nothing(int rowsPerWord) {
        SplittableRandom random = new SplittableRandom(rowsPerWord);
        Target coins = classes(2000, row -> random.nextInt(2), "n", "y");
        Table table =
                new Table(2000, List.of(words(2000, row -> random.nextInt(2000 / rowsPerWord)), numbers(2000, random)));

        for (ModelFamily family : List.of(new LinearFamily(), new XGBoostFamily())) {
            assertThat(score(family, TARGET, table, coins)).isBetween(0.46, 0.54);
        }
    }

    /** The target follows a number; a model that trusted the words would lose what the number says. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10})
    void words_of_chance_do_not_spoil_what_others_say(int rowsPerWord) {
        SplittableRandom random = new SplittableRandom(rowsPerWord);
        NumberColumn number = numbers(2000, random);
        Target target = classes(2000, row -> random.nextDouble() < number.value(row) ? 1 : 0, "n", "y");
        Table with = new Table(2000, List.of(words(2000, row -> random.nextInt(2000 / rowsPerWord)), number));
        Table without = new Table(2000, List.of(number));

        for (ModelFamily family : List.of(new LinearFamily(), new XGBoostFamily())) {
            assertThat(score(family, TARGET, with, target))
                    .isGreaterThan(score(family, Map.of(), without, target) - 0.02);
        }
    }

    @Test
    void many_words_that_tell_are_used() {
        SplittableRandom random = new SplittableRandom(5);
        CategoryColumn words = words(4000, row -> random.nextInt(200));
        double[] rates =
                IntStream.range(0, 200).mapToDouble(i -> random.nextDouble()).toArray();
        Target target = classes(4000, row -> random.nextDouble() < rates[words.code(row)] ? 1 : 0, "n", "y");
        Table table = new Table(4000, List.of(words));

        assertThat(score(new LinearFamily(), TARGET, table, target)).isGreaterThan(0.78);
    }

    @Test
    void a_training_row_does_not_see_its_own_target() {
        int[] places = IntStream.range(0, 40).map(row -> row % 4).toArray();
        int[] folds = InnerFolds.deal(40, 5, SEED);
        double[] values = IntStream.range(0, 40)
                .mapToDouble(row -> 100 * (row % 4) + row % 3)
                .toArray();
        LevelMeans before = LevelMeans.of(places, values, 6, folds, 5);
        values[7] += 2;
        LevelMeans after = LevelMeans.of(places, values, 6, folds, 5);

        assertThat(after.ofPlace(3) - before.ofPlace(3)).isGreaterThan(0.19);
        assertThat(after.withoutFold(3, folds[7])).isCloseTo(before.withoutFold(3, folds[7]), within(1e-2));
    }

    /** 6 levels of 10 rows, means 0 to 5, variance 1 within: m = 1 / 3.5 by hand, with one more row of all within. */
    @Test
    void levels_are_drawn_to_the_mean_as_far_as_their_variances_say() {
        int[] places = IntStream.range(0, 60).map(row -> row % 6).toArray();
        double[] values = IntStream.range(0, 60)
                .mapToDouble(row -> row % 6 + (row / 6 % 2 == 0 ? -1 : 1))
                .toArray();
        LevelMeans means = LevelMeans.of(places, values, 8, new int[60], 2);
        double variance = 35.0 / 12 + 1;
        double inside = (60 + variance) / 55;
        double between = (175 - 5 * inside) / (60 - 10);
        double strength = inside / between;

        assertThat(means.ofPlace(0)).isCloseTo(strength * 2.5 / (10 + strength), within(1e-12));
        assertThat(means.ofPlace(5)).isCloseTo((50 + strength * 2.5) / (10 + strength), within(1e-12));
        assertThat(means.ofPlace(7)).isCloseTo(2.5, within(1e-12));
    }

    @Test
    void unseen_words_have_the_mean_of_all_and_missing_ones_that_of_their_own() {
        CategoryColumn words = CategoryColumn.of(
                "w",
                IntStream.range(0, 300)
                        .mapToObj(row -> List.of("a", "b", "").get(row % 3))
                        .toList());
        Target target = classes(300, row -> row % 3 == 2 ? 1 : 0, "n", "y");
        Preparation preparation =
                prepared(new Table(300, List.of(words)), target).preparation();

        float[] features = preparation
                .apply(new Table(4, List.of(CategoryColumn.of("w", List.of("a", "", "new", "b")))))
                .values();

        assertThat(features[0]).isLessThan(0.01f).isEqualTo(features[3]);
        assertThat(features[1]).isGreaterThan(0.98f);
        assertThat(features[2]).isCloseTo(1 / 3f, within(1e-6f));
    }

    @Test
    void there_is_a_feature_a_class_where_there_are_more_than_two() {
        Target target = classes(90, row -> row % 3, "x", "y", "z");
        FeatureMatrix features = prepared(new Table(90, List.of(words(90, row -> row % 3))), target)
                .features();

        assertThat(features.names()).containsExactly("word: share of x", "word: share of y", "word: share of z");
    }

    @Test
    void words_of_few_levels_get_a_feature_each_and_those_of_many_are_encoded() {
        CategoryColumn few = words(200, row -> row % 3);
        CategoryColumn many = CategoryColumn.of(
                "many", IntStream.range(0, 200).mapToObj(row -> "m" + row % 40).toList());
        Target target = Target.ofNumbers(
                IntStream.range(0, 200).mapToDouble(row -> row % 40).toArray());
        PreparationRecipe recipe =
                PreparationRecipe.of(new Configuration("any", Map.of()), new FeatureDemand(true, false));

        assertThat(Preparation.fit(new Table(200, List.of(few, many)), target, recipe, SEED)
                        .features()
                        .names())
                .containsExactly("word = w0", "word = w1", "word = w2", "many: mean of the target");
    }

    @Test
    void frequencies_are_shares_of_training_rows() {
        Table training = new Table(4, List.of(CategoryColumn.of("w", List.of("a", "a", "a", "b"))));
        Table others = new Table(3, List.of(CategoryColumn.of("w", List.of("b", "new", "a"))));
        PreparationRecipe recipe = PreparationRecipe.of(
                new Configuration("any", Map.of("encoding", "frequency")), new FeatureDemand(true, false));

        assertThat(Preparation.fit(training, Target.ofNumbers(new double[4]), recipe, SEED)
                        .preparation()
                        .apply(others)
                        .values())
                .containsExactly(0.25f, 0, 0.75f);
    }

    private static PreparedTraining prepared(Table table, Target target) {
        PreparationRecipe recipe =
                PreparationRecipe.of(new Configuration("any", TARGET), new FeatureDemand(true, false));
        return Preparation.fit(table, target, recipe, SEED);
    }

    private static double score(ModelFamily family, Map<String, Object> values, Table table, Target target) {
        Folds folds = new Splitter(new Validation.KFold(5), target, RowKeys.none(), SEED).folds();
        Pipeline pipeline = new Pipeline(RepairRecipe.NONE, family, new Configuration(family.name(), values));
        try (CrossValidated result = new CrossValidation(
                        new PreparedFolds(table, target, folds, SEED, 0), new Objective(Task.BINARY, Metric.ROC_AUC))
                .run(pipeline, SEED, measurement -> true)
                .orElseThrow()) {
            return result.score();
        }
    }

    private static CategoryColumn words(int rows, IntUnaryOperator level) {
        return CategoryColumn.of(
                "word",
                IntStream.range(0, rows)
                        .mapToObj(row -> "w" + level.applyAsInt(row))
                        .toList());
    }

    private static NumberColumn numbers(int rows, SplittableRandom random) {
        float[] values = new float[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = (float) random.nextDouble();
        }
        return new NumberColumn("number", values);
    }

    private static Target classes(int rows, IntUnaryOperator label, String... names) {
        return Target.ofClasses(
                List.of(names),
                IntStream.range(0, rows).mapToDouble(label::applyAsInt).toArray());
    }
}
