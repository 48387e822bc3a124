package io.thresher.worker.process;

/** Where families that can train on a GPU do so. */
public enum DeviceSetting {
    /** On the GPU, where there is one and their library can use it. */
    AUTO,
    /** On the CPU. */
    CPU,
    /** On the GPU, and where that cannot be, on the CPU with a warning. */
    CUDA
}
