package io.thresher.model.xgboost;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.data.Task;
import io.thresher.model.Device;
import io.thresher.model.FittedModel;
import io.thresher.model.GeneratedRows;
import io.thresher.model.TrainingFailure;
import io.thresher.model.TrainingProgress;
import io.thresher.model.TrainingSet;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What XGBoost is told of the device. */
class XGBoostDeviceTest {
    private static final Seed SEED = new Seed(4);

    @ParameterizedTest
    @EnumSource(
            value = BoosterKind.class,
            names = {"GBTREE", "DART", "FOREST"})
    void trees_grow_on_the_gpu(BoosterKind kind) {
        Configuration configuration = configuration(kind);
        Device device = new XGBoostFamily(() -> Device.CUDA).device(configuration);
        assertThat(parameters(configuration, kind, device)).containsEntry("device", "cuda");
    }

    @Test
    void weights_are_learned_on_the_cpu() {
        Configuration configuration = configuration(BoosterKind.LINEAR);
        assertThat(new XGBoostFamily(() -> Device.CUDA).device(configuration)).isEqualTo(Device.CPU);
    }

    @Test
    void on_the_cpu_xgboost_is_told_what_it_always_was() {
        assertThat(parameters(configuration(BoosterKind.GBTREE), BoosterKind.GBTREE, Device.CPU))
                .doesNotContainKey("device");
    }

    /** This build's library grows such trees on the CPU, so that the way back to it is what is tested. */
    @Test
    void a_model_from_the_gpu_predicts_on_the_cpu() {
        assertThat(predictions(Device.CUDA)).isEqualTo(predictions(Device.CPU));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[10:00:00] /src/common/device_vector.cu:23: Memory allocation error on worker 0: std::bad_alloc\n- Free",
                "CUDA out of memory. Tried to allocate 2.00 GiB"
            })
    void a_lack_of_memory_is_told_as_such(String message) {
        assertThat(TrainingFailure.lackOfMemory(Device.CUDA, message)).hasValueSatisfying(failure -> {
            assertThat(failure.kind()).isEqualTo(TrainingFailure.Cause.OUT_OF_MEMORY);
            assertThat(failure).hasMessageStartingWith("the memory of the GPU, which all workers share, was used up");
        });
        assertThat(TrainingFailure.lackOfMemory(Device.CUDA, "label must be in [0, 1]"))
                .isEmpty();
    }

    private static Map<String, Object> parameters(Configuration configuration, BoosterKind kind, Device device) {
        return BoostingParameters.of(configuration, kind, 100, SEED, device).ofBooster();
    }

    private static Configuration configuration(BoosterKind kind) {
        String word = kind == BoosterKind.LINEAR ? "gblinear" : kind.name().toLowerCase(Locale.ROOT);
        return new Configuration("xgboost", Map.of("booster", word, "rounds", 5L));
    }

    private static float[] predictions(Device device) {
        GeneratedRows rows = GeneratedRows.of(Task.BINARY, 200, 4, SEED);
        TrainingSet set = new TrainingSet(rows.features(), rows.target(), rows.features(), rows.target());
        try (FittedModel model = new XGBoostFamily(() -> device)
                .fit(set, configuration(BoosterKind.GBTREE), SEED, TrainingProgress.UNOBSERVED)) {
            return model.predict(rows.features()).values();
        }
    }
}
