package io.thresher.server.cli;

import io.thresher.data.csv.UnreadNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Remembers the first values that should have been numbers, and counts the others: a file may be full of them. */
final class UnreadNumbers implements UnreadNumber {
    private static final int TOLD = 10;
    private static final int LONGEST_VALUE = 40;

    private final List<String> told = new ArrayList<>();
    private final Map<String, Long> others = new LinkedHashMap<>();

    @Override
    public void found(long line, String column, String value) {
        if (told.size() < TOLD) {
            String shown = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
            told.add(
                    "line %d: '%s' in column '%s' is no number and was read as missing".formatted(line, shown, column));
        } else {
            others.merge(column, 1L, Long::sum);
        }
    }

    /** A sentence for each of the first ones, and one for the rest; empty if there were none. */
    List<String> words() {
        List<String> words = new ArrayList<>(told);
        if (!others.isEmpty()) {
            words.add(others.entrySet().stream()
                    .map(column -> "%d in column '%s'".formatted(column.getValue(), column.getKey()))
                    .collect(Collectors.joining(", ", "and more of them: ", "")));
        }
        return words;
    }
}
