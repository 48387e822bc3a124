package io.thresher.model.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import io.thresher.data.Target;
import io.thresher.data.Task;
import io.thresher.metric.Metric;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.FittedModel;
import io.thresher.model.GeneratedRows;
import io.thresher.model.TrainingFailure;
import io.thresher.model.TrainingProgress;
import io.thresher.model.TrainingSet;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MlpTrainingTest {
    private static final Seed SEED = new Seed(7);

    @ParameterizedTest
    @ValueSource(strings = {"none", "piecewiseLinear"})
    void learns_an_exclusive_or_that_no_line_can_tell(String embedding) {
        TrainingSet rows = exclusiveOr(600);
        TrainingSet unseen = exclusiveOr(601);
        Configuration configuration =
                configuration(Map.of("numericEmbedding", embedding, "width", 64, "epochs", 40, "batchSize", 32));
        try (FittedModel model = fit(rows, configuration, TrainingProgress.UNOBSERVED)) {
            double loss = Metric.LOG_LOSS.score(unseen.target().values(), model.predict(unseen.features()));
            assertThat(loss).isLessThan(0.35 * Math.log(2));
        }
    }

    @Test
    void fits_its_epochs_into_the_time_left() {
        List<Integer> epochs = new ArrayList<>();
        TrainingProgress hurried = new TrainingProgress() {
            private final long end = System.nanoTime() + 1_500_000_000L;

            @Override
            public boolean report(int step, OptionalDouble trainingLoss, double validationLoss) {
                epochs.add(step);
                return secondsLeft() > 0;
            }

            @Override
            public double secondsLeft() {
                return (end - System.nanoTime()) / 1e9;
            }
        };
        Configuration endless = configuration(Map.of("epochs", 10_000, "patience", 10_000, "batchSize", 16));
        try (FittedModel model = fit(exclusiveOr(600), endless, hurried)) {
            assertThat(model.predict(exclusiveOr(601).features()).areFinite()).isTrue();
        }
        assertThat(epochs).hasSizeBetween(1, 9_000);
    }

    @Test
    void keeps_the_weights_of_the_epoch_with_the_lowest_validation_loss() {
        TrainingSet rows = noise();
        List<Double> losses = new ArrayList<>();
        Configuration overfitting = configuration(Map.of("epochs", 40, "batchSize", 16, "dropout", 0.0));
        try (FittedModel model = fit(rows, overfitting, (epoch, training, loss) -> losses.add(loss))) {
            double kept =
                    Metric.LOG_LOSS.score(rows.validationTarget().values(), model.predict(rows.validationFeatures()));
            double lowest =
                    losses.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
            assertThat(kept).isCloseTo(lowest, within(1e-6));
            assertThat(losses.get(losses.size() - 1)).isGreaterThan(lowest);
        }
    }

    @Test
    void looks_at_weights_that_jump_little_however_large_the_steps() {
        List<Double> losses = new ArrayList<>();
        Configuration hasty = configuration(
                Map.of("epochs", 40, "patience", 40, "batchSize", 16, "learningRate", 0.03, "schedule", "cosine"));
        fit(noise(), hasty, (epoch, training, loss) -> losses.add(loss)).close();
        double jumps = IntStream.range(2, losses.size())
                .mapToDouble(i -> Math.abs(losses.get(i) - 2 * losses.get(i - 1) + losses.get(i - 2)))
                .average()
                .orElseThrow();
        assertThat(jumps).isLessThan(0.003);
    }

    @Test
    void stops_when_patience_is_over() {
        List<Integer> epochs = new ArrayList<>();
        Configuration impatient = configuration(Map.of("epochs", 40, "batchSize", 16, "dropout", 0.0, "patience", 3));
        fit(noise(), impatient, (epoch, training, loss) -> epochs.add(epoch)).close();
        assertThat(epochs).hasSizeLessThan(40);
    }

    @Test
    void works_without_validation_rows() {
        TrainingSet rows = exclusiveOr(200);
        FeatureMatrix none = new FeatureMatrix(rows.features().names(), 0, new float[0]);
        TrainingSet alone = new TrainingSet(
                rows.features(), rows.target(), none, rows.target().take(new int[0]));
        List<Double> losses = new ArrayList<>();
        fit(alone, configuration(Map.of("epochs", 3)), (epoch, training, loss) -> losses.add(loss))
                .close();
        assertThat(losses).hasSize(3).allSatisfy(loss -> assertThat(loss).isFinite());
    }

    @Test
    void depends_on_its_own_seed_alone_and_not_on_the_generator_of_pytorch() {
        Configuration configuration = configuration(Map.of("dropout", 0.4, "epochs", 5));
        TrainingSet rows = exclusiveOr(200);
        try (FittedModel one = fit(rows, configuration, TrainingProgress.UNOBSERVED);
                FittedModel other = fit(rows, configuration, (epoch, training, loss) -> {
                    JniUtils.setSeed(epoch);
                    return true;
                })) {
            assertThat(other.predict(rows.features()).values())
                    .containsExactly(one.predict(rows.features()).values());
        }
    }

    @Test
    void predicts_without_dropout() {
        TrainingSet rows = exclusiveOr(200);
        try (FittedModel model =
                fit(rows, configuration(Map.of("dropout", 0.5, "epochs", 3)), (e, training, loss) -> true)) {
            assertThat(model.predict(rows.features()).values())
                    .containsExactly(model.predict(rows.features()).values());
        }
    }

    @Test
    void an_absurd_learning_rate_is_a_divergence_that_names_it() {
        Configuration absurd = configuration(Map.of("learningRate", 1e30));
        assertThatThrownBy(() -> fit(exclusiveOr(200), absurd, TrainingProgress.UNOBSERVED))
                .isInstanceOfSatisfying(
                        TrainingFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(TrainingFailure.Cause.DIVERGED))
                .hasMessageContaining("learningRate 1.0E30");
    }

    @Test
    void an_exploding_feature_is_a_divergence_that_names_it() {
        TrainingSet rows = exclusiveOr(200);
        float[] values = rows.features().values().clone();
        values[7] = 3e38f;
        FeatureMatrix exploding = new FeatureMatrix(rows.features().names(), 200, values);
        TrainingSet set = new TrainingSet(exploding, rows.target(), rows.features(), rows.target());
        assertThatThrownBy(() -> fit(set, configuration(Map.of()), TrainingProgress.UNOBSERVED))
                .isInstanceOfSatisfying(
                        TrainingFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(TrainingFailure.Cause.DIVERGED))
                .hasMessageContaining("feature 'second' reaches 3.0E38 standard deviations in the training rows");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.NEGATIVE_INFINITY})
    void a_feature_that_is_no_number_is_a_divergence_that_names_it(float odd) {
        TrainingSet rows = exclusiveOr(200);
        float[] values = rows.features().values().clone();
        values[101] = odd;
        FeatureMatrix strange = new FeatureMatrix(rows.features().names(), 200, values);
        TrainingSet set = new TrainingSet(strange, rows.target(), rows.features(), rows.target());
        assertThatThrownBy(() -> fit(set, configuration(Map.of()), TrainingProgress.UNOBSERVED))
                .isInstanceOf(TrainingFailure.class)
                .hasMessageContaining("feature 'second' is " + odd + " in the training rows");
    }

    @Test
    void an_exploding_target_is_a_divergence_that_names_it() {
        TrainingSet rows = exclusiveOr(200);
        double[] numbers = rows.target().values().clone();
        numbers[11] = 1e300;
        TrainingSet set =
                new TrainingSet(rows.features(), Target.ofNumbers(numbers), rows.features(), Target.ofNumbers(numbers));
        assertThatThrownBy(() -> fit(set, configuration(Map.of()), TrainingProgress.UNOBSERVED))
                .isInstanceOf(TrainingFailure.class)
                .hasMessageContaining("the number to predict is")
                .hasMessageContaining("in the training rows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mlp", "resnet", "tabm"})
    void gives_the_same_bits_while_another_training_runs(String backbone) throws InterruptedException {
        Configuration configuration = configuration(Map.of("backbone", backbone, "epochs", 4, "width", 48));
        TrainingSet rows = exclusiveOr(400);
        float[] alone = predictions(rows, configuration);
        Thread other = new Thread(() -> predictions(exclusiveOr(500), configuration));
        other.start();
        float[] beside = predictions(rows, configuration);
        other.join();
        assertThat(beside).containsExactly(alone);
    }

    @ParameterizedTest
    @CsvSource({
        "optimiser,sgd",
        "schedule,cosine",
        "labelSmoothing,0.1",
        "rateSource,rangeTest",
        "mixup,0.3",
        "backbone,resnet",
        "backbone,tabm",
        "numericEmbedding,periodic"
    })
    void learns_whatever_way_it_is_trained(String parameter, String value) {
        boolean isNumber = Character.isDigit(value.charAt(0));
        Configuration configuration = configuration(
                Map.of(parameter, isNumber ? Double.valueOf(value) : value, "epochs", 30, "batchSize", 32));
        try (FittedModel model = fit(exclusiveOr(600), configuration, TrainingProgress.UNOBSERVED)) {
            TrainingSet unseen = exclusiveOr(601);
            double loss = Metric.LOG_LOSS.score(unseen.target().values(), model.predict(unseen.features()));
            assertThat(loss).isLessThan(0.45 * Math.log(2));
        }
    }

    @Test
    void a_training_holds_its_weights_and_one_pool_of_masks_however_many_epochs() {
        Architecture architecture = architecture();
        MlpSettings settings = MlpSettings.of(configuration(Map.of("epochs", 50, "patience", 50)), 200);
        List<Integer> arrays = new ArrayList<>();
        try (NDManager manager = Torch.manager()) {
            new TrainingLoop(exclusiveOr(200), architecture, settings.training(), SEED)
                    .run(
                            manager,
                            (epoch, training, loss) ->
                                    arrays.add(manager.getManagedArrays().size()));
            assertThat(arrays)
                    .hasSize(50)
                    .containsOnly(architecture.network().weights().size() + 1);
            assertThat(manager.getManagedArrays()).isEmpty();
        }
    }

    @Test
    void a_trained_model_holds_no_native_memory() {
        try (NDManager manager = Torch.manager()) {
            NDManager root = manager.getParentManager();
            int before = root.getManagedArrays().size();
            TrainingSet rows = exclusiveOr(200);
            FittedModel model = fit(rows, configuration(Map.of("epochs", 2)), TrainingProgress.UNOBSERVED);
            assertThat(model.predict(rows.features()).areFinite()).isTrue();
            assertThat(root.getManagedArrays()).hasSize(before);
        }
    }

    private static Architecture architecture() {
        TrainingSet rows = exclusiveOr(200);
        MlpSettings settings = MlpSettings.of(configuration(Map.of()), 200);
        InputEncoding encoding = settings.embedding().fit(rows.features());
        Head head = ClassHead.of(rows.target(), 0);
        return new Architecture(encoding, Network.of(settings.shape(), encoding, head.start()), head);
    }

    private static float[] predictions(TrainingSet rows, Configuration configuration) {
        try (FittedModel model = fit(rows, configuration, TrainingProgress.UNOBSERVED)) {
            return model.predict(rows.features()).values();
        }
    }

    private static FittedModel fit(TrainingSet rows, Configuration configuration, TrainingProgress progress) {
        return new MlpFamily().fit(rows, configuration, SEED, progress);
    }

    private static Configuration configuration(Map<String, Object> values) {
        return new Configuration("neural", values);
    }

    /** Two numbers within ±1, and whether their signs differ. */
    private static TrainingSet exclusiveOr(int rows) {
        SplittableRandom random = new Seed(rows).random();
        float[] values = new float[2 * rows];
        double[] labels = new double[rows];
        for (int row = 0; row < rows; row++) {
            values[2 * row] = (float) (2 * random.nextDouble() - 1);
            values[2 * row + 1] = (float) (2 * random.nextDouble() - 1);
            labels[row] = values[2 * row] > 0 != values[2 * row + 1] > 0 ? 1 : 0;
        }
        FeatureMatrix features = new FeatureMatrix(List.of("first", "second"), rows, values);
        Target target = Target.ofClasses(List.of("same", "different"), labels);
        return new TrainingSet(features, target, features, target);
    }

    /** Classes that follow nothing, so that learning them by heart makes validation worse. */
    private static TrainingSet noise() {
        GeneratedRows training = GeneratedRows.of(Task.BINARY, 200, 4, SEED.fork("training"));
        GeneratedRows validation = GeneratedRows.of(Task.BINARY, 100, 4, SEED.fork("validation"));
        return new TrainingSet(training.features(), coins(200), validation.features(), coins(100));
    }

    private static Target coins(int rows) {
        SplittableRandom random = SEED.fork("coins", rows).random();
        return Target.ofClasses(
                List.of("no", "yes"), random.ints(rows, 0, 2).asDoubleStream().toArray());
    }
}
