package io.thresher.data;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is predicted. */
public enum Task {
    /** One of two classes. */
    BINARY,
    /** One of three classes or more. */
    MULTICLASS,
    /** A number. */
    REGRESSION;

    /** Whether the target is a class and not a number. */
    public boolean isClassification() {
        return this != REGRESSION;
    }

    /** The word used in REST, files and pages. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The task of that name, or nothing if there is none. */
    public static Optional<Task> ofWord(String word) {
        return Arrays.stream(values()).filter(task -> task.word().equals(word)).findFirst();
    }
}
