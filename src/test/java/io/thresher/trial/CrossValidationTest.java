package io.thresher.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
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
import io.thresher.model.FittedModel;
import io.thresher.model.ModelFamily;
import io.thresher.model.TrainingProgress;
import io.thresher.model.TrainingSet;
import io.thresher.model.forest.RandomForestFamily;
import io.thresher.model.tribuo.LinearFamily;
import io.thresher.pipeline.FittedPipeline;
import io.thresher.pipeline.Pipeline;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.Domain;
import io.thresher.trial.CrossValidationResult.StoppedEarly;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrossValidationTest {
    private static final int ROWS = 400;
    private static final Seed SEED = new Seed(9);
    private static final ModelFamily LINEAR = new LinearFamily();

    /** Two rows a word and a coin for each row: whoever looks at the left-out row's own word or target finds it. */
    @Test
    void nothing_is_learned_from_the_rows_that_judge() {
        SplittableRandom random = new SplittableRandom(1);
        Target coins = coins(random);
        Column words = CategoryColumn.of(
                "word", IntStream.range(0, ROWS).mapToObj(row -> "w" + row / 2).toList());
        Column noise = new NumberColumn("noise", floats(random));

        double score =
                validated(List.of(words, noise), coins, new Validation.KFold(5)).score();

        assertThat(score).isBetween(0.4, 0.6);
    }

    /** A median over all rows would tell a huge left-out number from the others. */
    @Test
    void a_missing_number_is_filled_with_what_the_training_rows_say() {
        float[] numbers = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            numbers[row] = row % 4 == 0 ? Float.NaN : row < ROWS / 2 ? 1 : 1000;
        }
        double[] labels = IntStream.range(0, ROWS).mapToDouble(row -> row % 2).toArray();
        Table table = new Table(ROWS, List.of(new NumberColumn("x", numbers)));
        Target target = Target.ofClasses(List.of("n", "y"), labels);
        int[] first = IntStream.range(0, ROWS / 2).toArray();
        int[] second = IntStream.range(ROWS / 2, ROWS).toArray();
        Pipeline.Rows training = new Pipeline.Rows(table.take(first), target.take(first));
        Pipeline.Rows judging = new Pipeline.Rows(table.take(second), target.take(second));
        Pipeline pipeline = pipeline();

        float[] features = pipeline.fit(training, judging, SEED, TrainingProgress.UNOBSERVED)
                .preparation()
                .apply(new Table(1, List.of(new NumberColumn("x", new float[] {Float.NaN}))))
                .values();
        float[] ofOne = pipeline.fit(training, judging, SEED, TrainingProgress.UNOBSERVED)
                .preparation()
                .apply(new Table(1, List.of(new NumberColumn("x", new float[] {1}))))
                .values();

        assertThat(features[0]).isEqualTo(ofOne[0]);
    }

    @Test
    void rows_that_no_fold_judges_have_no_prediction_and_do_not_count() {
        SplittableRandom random = new SplittableRandom(2);
        Target coins = coins(random);
        double[] times = IntStream.range(0, ROWS).asDoubleStream().toArray();
        Folds folds = new Splitter(new Validation.Time("t", 3), coins, RowKeys.ofTimes(times), SEED).folds();
        Table table = new Table(ROWS, List.of(new NumberColumn("noise", floats(random))));

        try (CrossValidated result = new CrossValidation(
                        new PreparedFolds(table, coins, folds, SEED, 0), new Objective(Task.BINARY, Metric.ROC_AUC))
                .run(pipeline(), SEED, measurement -> true)
                .orElseThrow()) {
            assertThat(result.outOfFold().value(0, 0)).isNaN();
            assertThat(result.outOfFold().value(ROWS - 1, 0)).isFinite();
            assertThat(result.score()).isFinite();
            assertThat(result.members()).hasSize(3);
            assertThat(result.model()).containsExactly(result.members().get(2));
        }
    }

    @Test
    void rows_judged_twice_have_the_average_of_both_predictions() {
        SplittableRandom random = new SplittableRandom(3);
        Target coins = coins(random);
        Table table = new Table(ROWS, List.of(new NumberColumn("noise", floats(random))));

        try (CrossValidated result = validated(table.columns(), coins, new Validation.RepeatedKFold(5, 2))) {
            assertThat(result.members()).hasSize(10);
            assertThat(result.foldScores()).hasSize(10);
            assertThat(result.outOfFold().areFinite()).isTrue();
            assertThat(result.outOfFold().value(7, 0) + result.outOfFold().value(7, 1))
                    .isBetween(0.9999f, 1.0001f);
        }
    }

    @Test
    void a_trial_whose_curve_is_behind_is_stopped_in_its_first_fold() {
        SplittableRandom random = new SplittableRandom(7);
        Target coins = coins(random);
        Table table = new Table(ROWS, List.of(new NumberColumn("noise", floats(random))));
        Folds folds = new Splitter(new Validation.KFold(5), coins, RowKeys.none(), SEED).folds();
        Pipeline pipeline = new Pipeline(RepairRecipe.NONE, new Steps(90), new Configuration("steps", Map.of()));
        CurveRace unbeatable = new CurveRace(List.of(new CurveRace.Bar(0, 0.5, new CurveRace.Outcome(0.3, 0, 0.2))));
        List<Measurement> seen = new ArrayList<>();

        CrossValidationResult result = new CrossValidation(
                        new PreparedFolds(table, coins, folds, SEED, 0), new Objective(Task.BINARY, Metric.ROC_AUC))
                .race(pipeline, SEED, FoldRace.NONE, unbeatable, Optional.empty(), seen::add);

        assertThat(result).isInstanceOfSatisfying(StoppedEarly.class, stopped -> {
            assertThat(stopped.lostAfterSteps()).hasValue(10);
            assertThat(stopped.expectedLoss()).hasValue(0.3);
            assertThat(stopped.rungLosses()).containsExactly(1.0);
            assertThat(stopped.foldScores()).isEmpty();
        });
        assertThat(seen).hasSize(10);
    }

    @Test
    void a_trial_on_a_part_of_the_rows_is_judged_on_as_many_rows_as_any_other() {
        SplittableRandom random = new SplittableRandom(6);
        Target coins = coins(random);
        Table table = new Table(ROWS, List.of(new NumberColumn("noise", floats(random))));
        Folds folds = new Splitter(new Validation.Holdout(0.5), coins, RowKeys.none(), SEED).folds();
        Pipeline pipeline =
                new Pipeline(RepairRecipe.NONE, LINEAR, new Configuration(LINEAR.name(), Map.of("trainingRows", 100)));
        PreparedFolds prepared = new PreparedFolds(table, coins, folds, SEED, 1 << 20);

        try (CrossValidated result = new CrossValidation(prepared, new Objective(Task.BINARY, Metric.ROC_AUC))
                .run(pipeline, SEED, measurement -> true)
                .orElseThrow()) {
            float[] expected = result.members()
                    .get(0)
                    .predict(table.take(folds.validationRows(0)))
                    .values();
            assertThat(result.outOfFold().take(folds.validationRows(0)).values())
                    .isEqualTo(expected);
        }
        assertThat(prepared.prepared(0, pipeline).rows().features().rows()).isBetween(99, 101);
        assertThat(prepared.prepared(0, pipeline).rows().validationFeatures().rows())
                .isBetween(99, 101);
        assertThat(prepared.prepared(0, pipeline()).rows().features().rows()).isEqualTo(ROWS / 2);
        prepared.close();
    }

    @Test
    void a_member_is_delivered_as_one_of_as_many_as_are_averaged() {
        SplittableRandom random = new SplittableRandom(5);
        Target coins = coins(random);
        Table table = new Table(ROWS, List.of(new NumberColumn("noise", floats(random))));
        Folds folds = new Splitter(new Validation.KFold(5), coins, RowKeys.none(), SEED).folds();
        ModelFamily forest = new RandomForestFamily();
        Pipeline pipeline =
                new Pipeline(RepairRecipe.NONE, forest, new Configuration(forest.name(), Map.of("trees", 10)));

        try (CrossValidated result = new CrossValidation(
                        new PreparedFolds(table, coins, folds, SEED, 0), new Objective(Task.BINARY, Metric.ROC_AUC))
                .run(pipeline, SEED, measurement -> true)
                .orElseThrow()) {
            for (int fold = 0; fold < 5; fold++) {
                FittedPipeline member = result.members().get(fold);
                float[] delivered = result.model().get(fold).predict(table).values();
                assertThat(delivered)
                        .isEqualTo(member.model()
                                .asOneOf(5)
                                .predict(member.preparation().apply(table))
                                .values())
                        .isNotEqualTo(member.predict(table).values());
            }
        }
    }

    @Test
    void a_trial_that_falls_behind_is_trained_on_no_further_fold() {
        SplittableRandom random = new SplittableRandom(4);
        Target coins = coins(random);
        Table table = new Table(ROWS, List.of(new NumberColumn("noise", floats(random))));
        Folds folds = new Splitter(new Validation.KFold(5), coins, RowKeys.none(), SEED).folds();
        CrossValidation validation = new CrossValidation(
                new PreparedFolds(table, coins, folds, SEED, 0), new Objective(Task.BINARY, Metric.ROC_AUC));

        FoldRace unbeatable = new FoldRace(-0.99, List.of(-0.99, -0.99, -0.99, -0.99, -0.99), 0.01);
        CrossValidationResult result =
                validation.race(pipeline(), SEED, unbeatable, Optional.empty(), measurement -> true);

        assertThat(result)
                .isInstanceOfSatisfying(
                        StoppedEarly.class,
                        stopped -> assertThat(stopped.foldScores())
                                .hasSize(1)
                                .allSatisfy(score -> assertThat(score).isBetween(0.0, 0.9)));
    }

    @Test
    void what_a_family_loads_leaves_every_fold_its_part_of_the_time() {
        Loading family = new Loading(new ArrayList<>());
        Target coins = coins(new SplittableRandom(1));
        Table table = new Table(ROWS, List.of(new NumberColumn("x", floats(new SplittableRandom(2)))));
        Folds folds = new Splitter(new Validation.KFold(5), coins, RowKeys.none(), SEED).folds();

        new CrossValidation(new PreparedFolds(table, coins, folds, SEED, 0), new Objective(Task.BINARY, Metric.ROC_AUC))
                .race(
                        new Pipeline(RepairRecipe.NONE, family, new Configuration("loading", Map.of())),
                        SEED,
                        FoldRace.NONE,
                        Optional.of(Duration.ofSeconds(1000)),
                        measurement -> true);

        // A fifth of what is left after the loading, a quarter after that as little was used, and so on.
        assertThat(family.secondsLeft()).hasSize(5);
        assertThat(family.secondsLeft().get(0)).isBetween(195.0, (1000 - Loading.SECONDS) / 5);
        assertThat(family.secondsLeft().get(4)).isGreaterThan(990);
    }

    private static CrossValidated validated(List<Column> columns, Target target, Validation validation) {
        Folds folds = new Splitter(validation, target, RowKeys.none(), SEED).folds();
        return new CrossValidation(
                        new PreparedFolds(new Table(ROWS, columns), target, folds, SEED, 0),
                        new Objective(Task.BINARY, Metric.ROC_AUC))
                .run(pipeline(), SEED, measurement -> true)
                .orElseThrow();
    }

    private static Pipeline pipeline() {
        return new Pipeline(RepairRecipe.NONE, LINEAR, new Configuration(LINEAR.name(), Map.of()));
    }

    private static Target coins(SplittableRandom random) {
        return Target.ofClasses(
                List.of("n", "y"),
                IntStream.range(0, ROWS).mapToDouble(row -> random.nextInt(2)).toArray());
    }

    private static float[] floats(SplittableRandom random) {
        float[] values = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            values[row] = (float) random.nextDouble();
        }
        return values;
    }

    /** Has no parameters, and trains linear models. */
    private interface Linear extends ModelFamily {
        @Override
        default String name() {
            return "linear in its own way";
        }

        @Override
        default Map<String, Domain> parameters() {
            return Map.of();
        }

        @Override
        default FeatureDemand demand() {
            return LINEAR.demand();
        }
    }

    /** Takes its time to load, and tells how much each of its trainings has. */
    private record Loading(List<Double> secondsLeft) implements Linear {
        private static final double SECONDS = 0.05;

        @Override
        public void load() {
            long end = System.nanoTime() + (long) (1e9 * SECONDS);
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        }

        @Override
        public FittedModel fit(TrainingSet rows, Configuration configuration, Seed seed, TrainingProgress progress) {
            secondsLeft.add(progress.secondsLeft());
            return LINEAR.fit(rows, configuration, seed, TrainingProgress.UNOBSERVED);
        }
    }

    /** Reports a loss of 1 after each of so many steps, and is a linear model. */
    private record Steps(int planned) implements Linear {
        @Override
        public OptionalInt plannedSteps(Configuration configuration) {
            return OptionalInt.of(planned);
        }

        @Override
        public FittedModel fit(TrainingSet rows, Configuration configuration, Seed seed, TrainingProgress progress) {
            for (int step = 1; step <= planned && progress.report(step, 1.0); step++) {
                // Nothing is learned on the way.
            }
            return LINEAR.fit(rows, configuration, seed, TrainingProgress.UNOBSERVED);
        }
    }
}
