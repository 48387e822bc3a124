package io.thresher.data;

import java.util.List;

/** A file that is no table. Each fault is a sentence that says what was found and what would be accepted. */
public final class UnreadableDataset extends RuntimeException {
    private final List<String> faults;

    public UnreadableDataset(List<String> faults) {
        super(String.join(" ", faults));
        this.faults = List.copyOf(faults);
    }

    public UnreadableDataset(String fault) {
        this(List.of(fault));
    }

    /** What is wrong, one sentence or more each; never empty. */
    public List<String> faults() {
        return faults;
    }
}
