package io.thresher.worker.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.model.Device;
import io.thresher.model.DeviceProbe;
import io.thresher.model.neural.TorchProbe;
import io.thresher.model.xgboost.XGBoostProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where models are trained; a GPU is played by the answers of a probe. */
class DeviceChoiceTest {
    private static final DeviceProbe ABLE = Optional::empty;
    private static final DeviceProbe UNABLE = () -> Optional.of("no kernel image");
    private static final DeviceProbe UNEXPECTED = () -> {
        throw new AssertionError("the library is not to be loaded");
    };

    private final Logger logger = Logger.getLogger(DeviceChoice.class.getName());
    private final List<String> lines = new ArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getLevel() + " " + line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(listener);
    }

    @AfterEach
    void listenNoMore() {
        logger.removeHandler(listener);
    }

    @Test
    void a_gpu_that_the_library_can_use_is_used() {
        DeviceChoice choice = choice(DeviceSetting.AUTO, true, ABLE);
        assertThat(choice.get()).isEqualTo(Device.CUDA);
        assertThat(choice.words()).contains("XGBoost trains on the GPU");
        assertThat(lines).containsExactly("INFO XGBoost trains on the GPU");
    }

    @Test
    void without_a_gpu_no_library_is_loaded_and_nothing_is_said() {
        DeviceChoice choice = choice(DeviceSetting.AUTO, false, UNEXPECTED);
        assertThat(choice.get()).isEqualTo(Device.CPU);
        assertThat(choice.words()).isEmpty();
        assertThat(lines).isEmpty();
    }

    @Test
    void the_cpu_can_be_asked_for_in_spite_of_a_gpu() {
        assertThat(choice(DeviceSetting.CPU, true, UNEXPECTED).get()).isEqualTo(Device.CPU);
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "CUDA"})
    void a_library_that_cannot_use_the_gpu_trains_on_the_cpu_and_one_line_says_why(DeviceSetting setting) {
        DeviceChoice choice = choice(setting, true, UNABLE);
        assertThat(choice.get()).isEqualTo(Device.CPU);
        assertThat(choice.words()).contains("XGBoost trains on the CPU: no kernel image");
        assertThat(lines).containsExactly("WARNING XGBoost trains on the CPU: no kernel image");
    }

    @Test
    void a_library_that_cannot_be_loaded_for_the_gpu_is_no_reason_to_end() {
        DeviceProbe broken = () -> {
            throw new UnsatisfiedLinkError("libcudart");
        };
        assertThat(choice(DeviceSetting.CUDA, false, broken).get()).isEqualTo(Device.CPU);
        assertThat(lines).singleElement().asString().contains("libcudart");
    }

    @Test
    void it_is_decided_once() {
        List<Integer> asked = new ArrayList<>();
        DeviceChoice choice = choice(DeviceSetting.AUTO, true, () -> {
            asked.add(1);
            return Optional.empty();
        });
        assertThat(choice.words()).isEmpty();
        choice.get();
        choice.get();
        assertThat(asked).hasSize(1);
    }

    /** The libraries of the build know no GPU: asked for one, they must say so and neither use the CPU nor end the process. */
    @Test
    void the_libraries_of_this_build_say_that_they_cannot_use_a_gpu() {
        assertThat(new XGBoostProbe().obstacle())
                .hasValueSatisfying(why -> assertThat(why).isEqualTo("its library was built without CUDA"));
        assertThat(new TorchProbe().obstacle())
                .hasValueSatisfying(why -> assertThat(why).isEqualTo("its library was built without CUDA"));
    }

    private static DeviceChoice choice(DeviceSetting setting, boolean gpu, DeviceProbe probe) {
        return new DeviceChoice(setting, () -> gpu, "XGBoost", probe);
    }
}
