package io.thresher.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.thresher.data.Column;
import io.thresher.data.Labelled;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.data.Task;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.split.RowKeys;
import io.thresher.data.split.Splitter;
import io.thresher.data.split.Validation;
import io.thresher.ensemble.Stack;
import io.thresher.job.DeliveredModel.Part;
import io.thresher.metric.Metric;
import io.thresher.metric.Parity;
import io.thresher.metric.Predictions;
import io.thresher.metric.PredictionsFile;
import io.thresher.model.ModelFamily;
import io.thresher.model.baseline.BaselineFamily;
import io.thresher.model.forest.ExtraTreesFamily;
import io.thresher.model.forest.RandomForestFamily;
import io.thresher.model.tribuo.LinearFamily;
import io.thresher.onnx.OnnxExport;
import io.thresher.onnx.Scorer;
import io.thresher.pipeline.Pipeline;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.SearchSpaceYaml;
import io.thresher.trial.CheckedRows;
import io.thresher.trial.Cost;
import io.thresher.trial.CrossValidated;
import io.thresher.trial.CrossValidation;
import io.thresher.trial.DataPlan;
import io.thresher.trial.Footprint;
import io.thresher.trial.Limits;
import io.thresher.trial.Objective;
import io.thresher.trial.PreparedFolds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ModelChoiceTest {
    private static final int ROWS = 400;
    private static final Objective OBJECTIVE = new Objective(Task.BINARY, Metric.LOG_LOSS);
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    private final List<FinishedTrial> finished = new ArrayList<>();

    @Test
    void delivers_what_is_better_together_and_says_what_it_is_worth() throws IOException {
        Labelled rows = rows(1);
        train(rows, new BaselineFamily(), new LinearFamily(), new RandomForestFamily(), new ExtraTreesFamily());

        DeliveredModel delivered = make(rows, true, LONG);

        assertThat(delivered.members()).hasSizeGreaterThan(1);
        assertThat(delivered.family()).isEqualTo("ensemble");
        assertThat(delivered.score()).isLessThan(finished.get(0).loss());
        assertThat(delivered.honest().orElseThrow().estimate())
                .isGreaterThanOrEqualTo(delivered.score())
                .isBetween(
                        delivered.honest().orElseThrow().low(),
                        delivered.honest().orElseThrow().high());
        assertThat(delivered.baseline().orElseThrow().family()).isEqualTo("linear");
        try (Scorer scorer = Scorer.load(folder.resolve("delivered.onnx"))) {
            assertThat(scorer.predict(rows.features()).areFinite()).isTrue();
            assertThat(scorer.fact("thresher.members").orElseThrow())
                    .contains("\"trial\":" + delivered.members().get(0).trial());
        }
    }

    @Test
    void members_that_told_what_they_predict_are_taken_at_their_word() throws IOException {
        Labelled rows = rows(1);
        train(rows, new BaselineFamily(), new LinearFamily(), new RandomForestFamily(), new ExtraTreesFamily());
        for (FinishedTrial trial : finished) {
            try (Scorer scorer = Scorer.load(folder.resolve(trial.number() + ".onnx"))) {
                PredictionsFile.write(
                        scorer.predict(CheckedRows.of(rows.features())), folder.resolve(trial.number() + ".checked"));
            }
        }

        assertThat(make(rows, true, LONG).members()).hasSizeGreaterThan(1);

        for (FinishedTrial trial : finished) {
            int checked = CheckedRows.count(ROWS);
            PredictionsFile.write(
                    new Predictions(checked, 2, new float[2 * checked]), folder.resolve(trial.number() + ".checked"));
        }
        DeliveredModel mistold = make(rows, true, LONG);

        assertThat(mistold.isTrial()).isTrue();
        assertThat(mistold.remark())
                .hasValueSatisfying(remark -> assertThat(remark).contains("something else than its members"));
    }

    @Test
    void the_same_trials_give_the_same_bytes() throws IOException {
        Labelled rows = rows(1);
        train(rows, new LinearFamily(), new ExtraTreesFamily());

        make(rows, true, LONG);
        byte[] first = Files.readAllBytes(folder.resolve("delivered.onnx"));
        make(rows, true, LONG);

        assertThat(folder.resolve("delivered.onnx")).hasBinaryContent(first);
    }

    @Test
    void delivers_the_best_alone_where_no_ensemble_is_wanted() throws IOException {
        Labelled rows = rows(1);
        train(rows, new BaselineFamily(), new LinearFamily(), new ExtraTreesFamily());

        DeliveredModel delivered = make(rows, false, LONG);

        assertThat(delivered.members())
                .containsExactly(
                        new Part(finished.get(0).number(), finished.get(0).family(), 1));
        assertThat(delivered.honest()).isPresent();
    }

    @Test
    void without_time_the_best_is_delivered_as_it_is() throws IOException {
        Labelled rows = rows(1);
        train(rows, new BaselineFamily(), new LinearFamily());

        DeliveredModel delivered = make(rows, true, Duration.ZERO);

        assertThat(delivered.isTrial()).isTrue();
        assertThat(delivered.score()).isCloseTo(finished.get(0).loss(), within(1e-12));
        assertThat(delivered.remark())
                .hasValueSatisfying(remark -> assertThat(remark).contains("no time"));
    }

    @Test
    @Timeout(60)
    void what_takes_longer_than_there_is_time_is_given_up() throws IOException {
        Labelled rows = rows(1);
        train(rows, new BaselineFamily(), new LinearFamily());
        CountDownLatch never = new CountDownLatch(1);

        DeliveredModel delivered = make(new Slow(new Folder(folder, rows), never, true), Duration.ofMillis(50));
        never.countDown();

        assertThat(delivered.isTrial()).isTrue();
        assertThat(delivered.members())
                .extracting(Part::trial)
                .containsExactly(finished.get(0).number());
        assertThat(delivered.remark())
                .hasValueSatisfying(remark -> assertThat(remark).contains("took longer"));
    }

    @Test
    @Timeout(60)
    void where_only_the_file_is_late_the_best_alone_has_a_score_to_expect() throws IOException {
        Labelled rows = rows(1);
        train(rows, new LinearFamily(), new RandomForestFamily(), new ExtraTreesFamily());
        CountDownLatch never = new CountDownLatch(1);

        DeliveredModel delivered = make(new Slow(new Folder(folder, rows), never, false), Duration.ofSeconds(10));
        never.countDown();

        assertThat(delivered.isTrial()).isTrue();
        assertThat(delivered.honest()).isPresent();
        assertThat(delivered.remark())
                .hasValueSatisfying(remark -> assertThat(remark).contains("took longer"));
    }

    @Test
    void says_so_where_nothing_is_better_than_a_baseline() throws IOException {
        Labelled rows = rows(0);
        train(rows, new BaselineFamily(), new ExtraTreesFamily(), new RandomForestFamily());

        DeliveredModel delivered = make(rows, true, LONG);

        assertThat(delivered.baseline().orElseThrow().family()).isEqualTo("baseline");
        assertThat(delivered.baseline().orElseThrow().beaten()).isFalse();
    }

    @Test
    void an_ensemble_is_made_only_of_what_keeps_to_the_limits_together() throws IOException {
        Labelled rows = rows(1);
        train(rows, new LinearFamily(), new RandomForestFamily(), new ExtraTreesFamily());
        double all = finished.stream()
                .mapToLong(trial -> trial.footprint().modelBytes())
                .sum();
        double room = all - 1;

        DeliveredModel delivered = make(rows, OBJECTIVE.within(new Limits(Map.of(Cost.MODEL_SIZE, room))), true, LONG);

        assertThat(delivered.members()).hasSizeLessThan(3);
        assertThat((double) delivered.footprint().modelBytes()).isLessThanOrEqualTo(room);
        if (!delivered.isTrial()) {
            assertThat(delivered.footprint().modelBytes()).isEqualTo(Files.size(folder.resolve("delivered.onnx")));
        }
    }

    @Test
    void an_ensemble_whose_file_turns_out_to_be_over_a_limit_is_not_delivered() throws IOException {
        Labelled rows = rows(1);
        train(rows, new LinearFamily(), new RandomForestFamily(), new ExtraTreesFamily());
        // As if the members were known to be faster than any file is.
        finished.replaceAll(trial -> new FinishedTrial(
                trial.number(),
                trial.family(),
                trial.loss(),
                new Footprint(1e-9, 1e-9, trial.footprint().modelBytes(), OptionalLong.empty()),
                true));

        DeliveredModel delivered = make(rows, OBJECTIVE.within(new Limits(Map.of(Cost.ONE_ROW, 1e-6))), true, LONG);

        assertThat(delivered.isTrial()).isTrue();
        assertThat(delivered.members())
                .extracting(Part::trial)
                .containsExactly(finished.get(0).number());
        assertThat(delivered.remark())
                .hasValueSatisfying(remark -> assertThat(remark).contains("over the limits"));
    }

    @Test
    void delivers_a_second_layer_in_the_file_where_it_is_sure_to_help() throws IOException {
        Labelled rows = rows(1);
        train(rows, new LinearFamily(), new RandomForestFamily(), new ExtraTreesFamily());
        shareAnErrorThatTheThirdTells(rows);

        DeliveredModel delivered = make(rows, true, LONG);

        Stack stack = delivered.stack().orElseThrow();
        assertThat(delivered.temperature()).isEqualTo(1);
        assertThat(delivered.members()).extracting(Part::trial).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(delivered.members().stream().mapToDouble(Part::weight).sum()).isCloseTo(1, within(1e-9));
        assertThat(delivered.honest().orElseThrow().estimate()).isGreaterThan(delivered.score());
        List<Predictions> members = new ArrayList<>();
        for (Part part : delivered.members()) {
            try (Scorer scorer = Scorer.load(folder.resolve(part.trial() + ".onnx"))) {
                members.add(scorer.predict(rows.features()));
            }
        }
        Predictions expected = stack.apply(
                members, delivered.members().stream().map(Part::weight).toList());
        try (Scorer scorer = Scorer.load(folder.resolve("delivered.onnx"))) {
            assertThat(Parity.absolute(expected, scorer.predict(rows.features())))
                    .isLessThan(Parity.TOLERANCE);
            assertThat(scorer.fact("thresher.stack").orElseThrow()).contains("\"scale\":" + stack.scale());
        }
    }

    @Test
    void a_second_layer_takes_in_no_more_than_there_still_is_time_to_merge() throws IOException {
        Labelled rows = rows(1);
        train(rows, new LinearFamily(), new RandomForestFamily(), new ExtraTreesFamily());
        shareAnErrorThatTheThirdTells(rows);
        finished.replaceAll(trial -> trial.number() < 2
                ? trial
                : new FinishedTrial(
                        2, trial.family(), trial.loss(), new Footprint(100, 1, 6L << 20, OptionalLong.empty()), true));
        DeliveryPace slow = new DeliveryPace();
        slow.merged(12 << 20, 250);

        DeliveredModel delivered = make(new Folder(folder, rows), OBJECTIVE, true, LONG, slow);

        assertThat(delivered.members()).extracting(Part::trial).contains(0).doesNotContain(2);
    }

    private void shareAnErrorThatTheThirdTells(Labelled rows) throws IOException {
        // The first two share an error that the third tells: their average keeps it, a difference is rid of it.
        SplittableRandom random = new SplittableRandom(4);
        float[][] predicted = new float[3][2 * ROWS];
        for (int row = 0; row < ROWS; row++) {
            double told = rows.target().value(row) > 0 ? 0.65 : 0.35;
            double shared = 0.25 * (2 * random.nextDouble() - 1);
            double[] values = {
                told + shared + noise(random), told + shared + noise(random), 0.5 + shared + noise(random) / 4
            };
            for (int trial = 0; trial < 3; trial++) {
                predicted[trial][2 * row + 1] = (float) values[trial];
                predicted[trial][2 * row] = (float) (1 - values[trial]);
            }
        }
        for (int trial = 0; trial < 3; trial++) {
            PredictionsFile.write(new Predictions(ROWS, 2, predicted[trial]), folder.resolve(trial + ".bin"));
        }
    }

    private static double noise(SplittableRandom random) {
        return 0.08 * (2 * random.nextDouble() - 1);
    }

    private DeliveredModel make(Labelled rows, boolean ensemble, Duration time) throws IOException {
        return make(rows, OBJECTIVE, ensemble, time);
    }

    private DeliveredModel make(Labelled rows, Objective objective, boolean ensemble, Duration time)
            throws IOException {
        return make(new Folder(folder, rows), objective, ensemble, time);
    }

    private DeliveredModel make(TrialFiles files, Duration time) throws IOException {
        return make(files, OBJECTIVE, true, time);
    }

    private DeliveredModel make(TrialFiles files, Objective objective, boolean ensemble, Duration time)
            throws IOException {
        return make(files, objective, ensemble, time, new DeliveryPace());
    }

    private DeliveredModel make(
            TrialFiles files, Objective objective, boolean ensemble, Duration time, DeliveryPace pace)
            throws IOException {
        SearchJob job = new SearchJob(
                "job",
                new DataPlan("dataset", "y", RepairRecipe.NONE, new Validation.KFold(5), 0),
                objective,
                new Budget(Optional.empty(), Optional.of(4)),
                SearchSpaceYaml.parse("test", "families:\n  baseline: {}\n"),
                1,
                1,
                ensemble,
                Course.ofNew(1));
        return new ModelChoice(files, pace).make(job, finished, time, folder.resolve("delivered.onnx"));
    }

    private void train(Labelled rows, ModelFamily... families) throws IOException {
        Seed seed = new Seed(1);
        PreparedFolds folds = new PreparedFolds(
                rows.features(),
                rows.target(),
                new Splitter(new Validation.KFold(5), rows.target(), RowKeys.none(), seed).folds(),
                seed,
                0);
        for (int number = 0; number < families.length; number++) {
            Map<String, Object> values = families[number].name().contains("tree") ? Map.of("trees", 20) : Map.of();
            Configuration configuration = new Configuration(families[number].name(), values);
            Path model = folder.resolve(number + ".onnx");
            try (CrossValidated trained = new CrossValidation(folds, OBJECTIVE)
                    .run(
                            new Pipeline(RepairRecipe.NONE, families[number], configuration),
                            seed.fork("trial", number),
                            measurement -> true)
                    .orElseThrow()) {
                OnnxExport.write(trained.model(), rows.target().classes(), Map.of(), model);
                PredictionsFile.write(trained.outOfFold(), folder.resolve(number + ".bin"));
                finished.add(new FinishedTrial(
                        number,
                        families[number].name(),
                        trained.score(),
                        new Footprint(100, 1, Files.size(model), OptionalLong.empty()),
                        true));
            }
        }
        finished.sort(Comparator.comparingDouble(FinishedTrial::loss));
    }

    /** Rows whose class follows their numbers as strongly as {@code strength} says. */
    private static Labelled rows(double strength) {
        SplittableRandom random = new SplittableRandom(3);
        float[][] columns = new float[4][ROWS];
        double[] labels = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            for (float[] column : columns) {
                column[row] = (float) random.nextGaussian();
            }
            double value = 1.5 * columns[0][row] - columns[1][row] + columns[2][row] * columns[3][row];
            labels[row] = strength * value + random.nextGaussian() > 0 ? 1 : 0;
        }
        List<Column> features = IntStream.range(0, columns.length)
                .<Column>mapToObj(i -> new NumberColumn("x" + i, columns[i]))
                .toList();
        return new Labelled(
                new Table(ROWS, features),
                Target.ofClasses(List.of("no", "yes"), labels),
                IntStream.range(0, ROWS).toArray());
    }

    private record Folder(Path folder, Labelled labelled) implements TrialFiles {
        @Override
        public Path model(String job, int trial) {
            return folder.resolve(trial + ".onnx");
        }

        @Override
        public Path outOfFold(String job, int trial) {
            return folder.resolve(trial + ".bin");
        }

        @Override
        public Path checked(String job, int trial) {
            return folder.resolve(trial + ".checked");
        }

        @Override
        public Labelled rows(SearchJob job) {
            return labelled;
        }
    }

    /** Files whose rows, or else whose models, are not there before they are let go. */
    private record Slow(Folder files, CountDownLatch gate, boolean rowsAreSlow) implements TrialFiles {
        @Override
        public Path model(String job, int trial) {
            if (!rowsAreSlow) {
                pass();
            }
            return files.model(job, trial);
        }

        @Override
        public Path outOfFold(String job, int trial) {
            return files.outOfFold(job, trial);
        }

        @Override
        public Path checked(String job, int trial) {
            return files.checked(job, trial);
        }

        @Override
        public Labelled rows(SearchJob job) {
            if (rowsAreSlow) {
                pass();
            }
            return files.rows(job);
        }

        private void pass() {
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
