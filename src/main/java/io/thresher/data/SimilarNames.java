package io.thresher.data;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names that a mistyped one may have meant. */
public final class SimilarNames {
    private static final int MOST_SHOWN = 3;

    private SimilarNames() {}

    /** Up to three of {@code names} that differ from {@code name} by a third of its letters or less, nearest first. */
    public static List<String> of(String name, List<String> names) {
        int furthest = Math.max(1, name.length() / 3);
        return names.stream()
                .filter(other -> distance(name, other) <= furthest)
                .sorted(Comparator.comparingInt(other -> distance(name, other)))
                .limit(MOST_SHOWN)
                .toList();
    }

    /** Levenshtein's distance: the fewest letters to insert, delete or replace, in upper or lower case. */
    private static int distance(String first, String second) {
        String from = first.toLowerCase(Locale.ROOT);
        String to = second.toLowerCase(Locale.ROOT);
        int[] previous = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] current = new int[to.length() + 1];
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
