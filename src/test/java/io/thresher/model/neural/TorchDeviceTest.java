package io.thresher.model.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.thresher.data.Task;
import io.thresher.model.Device;
import io.thresher.model.GeneratedRows;
import io.thresher.model.TrainingProgress;
import io.thresher.model.TrainingSet;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.nio.FloatBuffer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where nets are trained. */
class TorchDeviceTest {
    private static final Seed SEED = new Seed(4);

    @Test
    void tensors_are_on_the_device_that_was_asked_for() {
        try (NDManager cpu = Torch.manager();
                NDManager gpu = Torch.manager(Device.CUDA)) {
            assertThat(cpu.getDevice()).isEqualTo(ai.djl.Device.cpu());
            assertThat(gpu.newSubManager().getDevice()).isEqualTo(ai.djl.Device.gpu(0));
        }
    }

    /** A PyTorch without CUDA must not be able to train a net that belongs on the GPU. */
    @Test
    void nets_are_trained_where_the_family_is_told_to() {
        assumeThat(Engine.getEngine("PyTorch").getGpuCount()).isZero();
        GeneratedRows rows = GeneratedRows.of(Task.BINARY, 100, 3, SEED);
        TrainingSet set = new TrainingSet(rows.features(), rows.target(), rows.features(), rows.target());
        Configuration configuration = new Configuration("neural", Map.of("epochs", 1L));
        assertThatThrownBy(() ->
                        new MlpFamily(() -> Device.CUDA).fit(set, configuration, SEED, TrainingProgress.UNOBSERVED))
                .hasMessageContaining("CUDA");
    }

    @Test
    void what_is_written_is_read_back_and_a_part_sees_it() {
        try (NDManager manager = Torch.manager()) {
            NDArray tensor = Torch.tensor(manager, new Shape(2, 2), new float[] {1, 2, 3, 4, 5});
            NDArray part = tensor.get("1");
            Torch.write(tensor, FloatBuffer.wrap(new float[] {6, 7, 8, 9}));
            float[] into = new float[6];
            Torch.read(tensor, into, 1);
            assertThat(into).containsExactly(0, 6, 7, 8, 9, 0);
            assertThat(Torch.read(part)).containsExactly(8, 9);
        }
    }
}
