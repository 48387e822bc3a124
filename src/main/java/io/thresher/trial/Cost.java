package io.thresher.trial;

import java.util.Arrays;
import java.util.Optional;

/** What the model of a trial costs, and what a job can limit. */
public enum Cost {
    /** Microseconds that one row takes in a call of its own. */
    ONE_ROW("predictMicrosOneRow"),
    /** Microseconds a row, of many in one call. */
    ROW_OF_MANY("predictMicrosPerRow"),
    /** Bytes of the model's file. */
    MODEL_SIZE("modelBytes"),
    /** Bytes of memory that the worker's process held at once while it trained. */
    TRAINING_MEMORY("trainPeakBytes");

    private final String word;

    Cost(String word) {
        this.word = word;
    }

    /** Its name in REST, where a trial tells it and a job limits it. */
    public String word() {
        return word;
    }

    public static Optional<Cost> ofWord(String word) {
        return Arrays.stream(values()).filter(cost -> cost.word.equals(word)).findFirst();
    }

    /** Whether it is measured, and not the same on another machine or another day. */
    public boolean isMeasured() {
        return this != MODEL_SIZE;
    }
}
