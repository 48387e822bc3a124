package io.thresher.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which way a prediction may move while one column grows and all others stay. */
public enum Direction {
    /** It never falls. */
    INCREASING,
    /** It never rises. */
    DECREASING;

    /** As requests and pages write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Direction> ofWord(String word) {
        return Arrays.stream(values())
                .filter(direction -> direction.word().equals(word))
                .findFirst();
    }
}
