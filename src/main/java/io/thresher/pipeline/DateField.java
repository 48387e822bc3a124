package io.thresher.pipeline;

import java.util.Arrays;
import java.util.Optional;

/** A field of a way to write points in time, by its letter in {@link java.time.format.DateTimeFormatter}. */
enum DateField {
    YEAR('y'),
    MONTH('M'),
    DAY('d'),
    HOUR('H'),
    HOUR_OF_HALF('h'),
    MINUTE('m'),
    SECOND('s'),
    FRACTION('S'),
    HALF('a'),
    ZONE('X');

    private final char letter;

    DateField(char letter) {
        this.letter = letter;
    }

    static Optional<DateField> of(char letter) {
        return Arrays.stream(values()).filter(field -> field.letter == letter).findFirst();
    }

    /** Whether it is written in letters if it is written with so many. */
    boolean isWord(int length) {
        return this == HALF || (this == MONTH && length >= 3);
    }

    /** What it looks like in small letters, in the syntax that Java and RE2 share. */
    String expression(int length) {
        String padded = length == 1 ? "0?" : "0";
        return switch (this) {
            case YEAR -> length == 2 ? "[0-9]{2}" : "[12][0-9]{3}";
            case MONTH ->
                length >= 3 ? "(?:" + String.join("|", MonthNames.of(length)) + ")" : "(?:" + padded + "[1-9]|1[0-2])";
            case DAY -> "(?:" + padded + "[1-9]|[12][0-9]|3[01])";
            case HOUR -> "(?:" + (length == 1 ? "[01]?" : "[01]") + "[0-9]|2[0-3])";
            case HOUR_OF_HALF -> "(?:" + padded + "[1-9]|1[0-2])";
            case MINUTE, SECOND -> "[0-5][0-9]";
            case FRACTION -> "[0-9]{" + length + "}";
            case HALF -> "[ap]m";
            case ZONE -> "(?:z|[+-][0-9]{2}(?::?[0-9]{2})?)";
        };
    }

    /** A value that {@link #expression} accepts. */
    String example(int length) {
        return switch (this) {
            case YEAR -> length == 2 ? "00" : "2000";
            case MONTH -> length >= 3 ? MonthNames.of(length).get(0) : "01";
            case DAY, HOUR_OF_HALF -> "01";
            case HOUR, MINUTE, SECOND -> "00";
            case FRACTION -> "0".repeat(length);
            case HALF -> "am";
            case ZONE -> "z";
        };
    }
}
