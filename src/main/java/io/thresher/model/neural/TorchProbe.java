package io.thresher.model.neural;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.thresher.model.Device;
import io.thresher.model.DeviceProbe;
import java.util.Optional;

/** One matrix product on the GPU. */
public final class TorchProbe implements DeviceProbe {
    private static final Shape SHAPE = new Shape(2, 2);

    @Override
    public Optional<String> obstacle() {
        if (!Torch.knowsCuda()) {
            return Optional.of("its library was built without CUDA");
        }
        try (NDManager manager = Torch.manager(Device.CUDA)) {
            NDArray matrix = Torch.tensor(manager, SHAPE, new float[] {1, 2, 3, 4});
            float corner = Torch.read(matrix.matMul(matrix))[0];
            return corner == 7 ? Optional.empty() : Optional.of("a product that is 7 came out as " + corner);
        } catch (EngineException e) {
            return Optional.of(
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }
}
