package io.thresher.model;

import java.util.Locale;

/** What trains a model. */
public enum Device {
    /** The processor, one thread. */
    CPU,
    /** The first GPU that NVIDIA's CUDA shows. */
    CUDA;

    /** As files and messages write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
