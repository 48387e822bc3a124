package io.thresher.model.neural;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.FloatBuffer;
import java.util.function.Supplier;

/**
 * PyTorch on the CPU with one thread: two trainings side by side are faster than one on two threads.
 *
 * <p>Gradients are recorded per thread and only inside {@link #recording}; DJL's own gradient collector allows one
 * training a process. The process must run with {@code -Dai.djl.offline=true}; the natives are unpacked into
 * {@code DJL_CACHE_DIR} (environment or system property) at first use.
 */
final class Torch {
    private static final String ENGINE = "PyTorch";

    private Torch() {}

    /** A manager to be closed by the caller; what is attached to it is freed then. */
    static NDManager manager() {
        return Engine.ready();
    }

    /** A new float32 tensor with the first {@code shape.size()} of {@code values}, row-major. */
    static NDArray tensor(NDManager manager, Shape shape, float[] values) {
        NDArray tensor = manager.create(shape, DataType.FLOAT32);
        view(tensor).put(values, 0, Math.toIntExact(shape.size()));
        return tensor;
    }

    /**
     * The memory of a tensor itself: what is written here the tensor holds, as long as the tensor is open. DJL's
     * {@code NDArray.set} would replace the storage and leave every other view of it behind.
     */
    static FloatBuffer view(NDArray tensor) {
        return tensor.toByteBuffer(true).asFloatBuffer();
    }

    /** The values of a tensor, row-major, as a copy. */
    static float[] read(NDArray tensor) {
        float[] values = new float[Math.toIntExact(tensor.size())];
        view(tensor).get(values);
        return values;
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
            view(gradient).get(into);
        }
        JniUtils.zeroGrad((PtNDArray) leaf);
    }

    /** Loads the natives once, when first asked for. */
    private static final class Engine {
        static {
            try (NDManager first = NDManager.newBaseManager(Device.cpu(), ENGINE)) {
                JniUtils.setNumThreads(1);
            }
        }

        static NDManager ready() {
            JniUtils.setGradMode(false);
            return NDManager.newBaseManager(Device.cpu(), ENGINE);
        }
    }
}
