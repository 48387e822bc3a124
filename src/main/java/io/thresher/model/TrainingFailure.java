package io.thresher.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A configuration that could not be trained. A result of the search, not a fault of the service. */
public final class TrainingFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why training ended without a model. */
    public enum Cause {
        /** The loss left the finite numbers. */
        DIVERGED,
        /** The configuration cannot work on these rows. */
        INFEASIBLE,
        /** The memory of the device was used up. */
        OUT_OF_MEMORY
    }

    private static final List<String> MEMORY_WORDS = List.of("out of memory", "memory allocation", "bad_alloc");

    private final Cause kind;

    public TrainingFailure(Cause kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** The failure that the message of a native library tells of, if it is a lack of memory. */
    public static Optional<TrainingFailure> lackOfMemory(Device device, @Nullable String message) {
        String text = String.valueOf(message);
        return MEMORY_WORDS.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains)
                ? Optional.of(new TrainingFailure(
                        Cause.OUT_OF_MEMORY,
                        "the memory of the %s was used up: %s"
                                .formatted(
                                        device == Device.CUDA ? "GPU, which all workers share," : "machine",
                                        text.lines().findFirst().orElse(""))))
                : Optional.empty();
    }

    public Cause kind() {
        return kind;
    }
}
