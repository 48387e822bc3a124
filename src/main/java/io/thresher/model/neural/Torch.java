package io.thresher.model.neural;

import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.thresher.model.Device;
import java.nio.FloatBuffer;
import java.util.function.Supplier;

/**
 * PyTorch, on the CPU with one thread: two trainings side by side are faster than one on two threads. Tensors are on the
 * device of their manager.
 *
 * <p>Gradients are recorded per thread and only inside {@link #recording}; DJL's own gradient collector allows one
 * training a process. The process must run with {@code -Dai.djl.offline=true}; the natives are unpacked into
 * {@code DJL_CACHE_DIR} (environment or system property) at first use.
 */
final class Torch {
    private Torch() {}

    /** A manager on the CPU to be closed by the caller; what is attached to it is freed then. */
    static NDManager manager() {
        return manager(Device.CPU);
    }

    /** The same on that device. */
    static NDManager manager(Device device) {
        return Natives.manager(device == Device.CUDA ? ai.djl.Device.gpu() : ai.djl.Device.cpu());
    }

    /** Whether the library was built for GPUs. */
    static boolean knowsCuda() {
        return Natives.ENGINE.hasCapability(StandardCapabilities.CUDA);
    }

    /** Hands memory of a GPU that PyTorch keeps for later to whoever else is waiting for it. */
    static void giveBack(Device device) {
        if (device == Device.CUDA) {
            JniUtils.emptyCudaCache();
        }
    }

    /** A new float32 tensor with the first {@code shape.size()} of {@code values}, row-major. */
    static NDArray tensor(NDManager manager, Shape shape, float[] values) {
        NDArray tensor = manager.create(shape, DataType.FLOAT32);
        write(tensor, FloatBuffer.wrap(values, 0, Math.toIntExact(shape.size())));
        return tensor;
    }

    /**
     * Overwrites a tensor of which there are no parts: on a GPU they would keep what they were, for there DJL can only put
     * other memory in place of a tensor's own.
     */
    static void write(NDArray tensor, FloatBuffer values) {
        if (tensor.getDevice().isGpu()) {
            tensor.set(values);
            return;
        }
        view(tensor).put(values);
    }

    /** The values of a tensor, row-major, as a copy. */
    static float[] read(NDArray tensor) {
        float[] values = new float[Math.toIntExact(tensor.size())];
        read(tensor, values, 0);
        return values;
    }

    /** Copies the values of a tensor, row-major, to {@code into} from {@code start} on. */
    static void read(NDArray tensor, float[] into, int start) {
        int count = Math.toIntExact(tensor.size());
        if (tensor.getDevice().isGpu()) {
            try (NDArray here = tensor.toDevice(ai.djl.Device.cpu(), false)) {
                view(here).get(into, start, count);
            }
            return;
        }
        view(tensor).get(into, start, count);
    }

    /** The memory of a tensor on the CPU itself. DJL's {@code NDArray.set} would leave every other view of it behind. */
    private static FloatBuffer view(NDArray tensor) {
        return tensor.toByteBuffer(true).asFloatBuffer();
    }

    /** Columns {@code from} to {@code to}, excluded, of a matrix; a view that lives as long as {@code matrix}. */
    static NDArray columns(NDArray matrix, int from, int to) {
        return JniUtils.slice((PtNDArray) matrix, 1, from, to, 1);
    }

    /**
     * A view of {@code shape.size()} values of a vector from {@code from} on.
     *
     * @param manager what the view lives as long as
     */
    static NDArray part(NDArray vector, long from, Shape shape, NDManager manager) {
        NDArray slice = JniUtils.slice((PtNDArray) vector, 0, from, from + shape.size(), 1);
        slice.attach(manager);
        return slice.reshape(shape);
    }

    /** What {@code work} gives, computed with gradients recorded on this thread. */
    static <T> T recording(Supplier<T> work) {
        JniUtils.setGradMode(true);
        try {
            return work.get();
        } finally {
            JniUtils.setGradMode(false);
        }
    }

    /** Adds to the gradient of every leaf what {@code gradient} at {@code outputs} means for it. */
    static void backward(NDArray outputs, NDArray gradient) {
        JniUtils.backward((PtNDArray) outputs, (PtNDArray) gradient, false, false);
    }

    /** Copies the gradient of a leaf to {@code into} and sets it to zero. */
    static void takeGradient(NDArray leaf, float[] into) {
        try (NDArray gradient = leaf.getGradient()) {
            read(gradient, into, 0);
        }
        JniUtils.zeroGrad((PtNDArray) leaf);
    }

    /** Loads the natives once, when first asked for. */
    private static final class Natives {
        static final Engine ENGINE = Engine.getEngine("PyTorch");

        static {
            JniUtils.setNumThreads(1);
        }

        static NDManager manager(ai.djl.Device device) {
            JniUtils.setGradMode(false);
            return ENGINE.newBaseManager(device);
        }
    }
}
