package io.thresher.data.csv;

import java.util.List;
import java.util.Set;

/** What people write where a value is missing. */
public final class Blanks {
    private static final Set<String> ALWAYS =
            Set.of("?", "NA", "N/A", "n/a", "#N/A", "NULL", "null", "nan", "NaN", "NAN");
    private static final int LONGEST = 4;

    /**
     * Marks that stand for a missing number but are words like any other in a column of words: a class may well be
     * called "-", and "None" is an answer.
     */
    public static final List<String> AMONG_NUMBERS = List.of("-", "--", ".", "None", "none");

    private Blanks() {}

    /** The value without spaces around it; empty if it is missing. */
    public static String clean(String value) {
        String stripped = value.strip();
        return stripped.length() <= LONGEST && ALWAYS.contains(stripped) ? "" : stripped;
    }
}
