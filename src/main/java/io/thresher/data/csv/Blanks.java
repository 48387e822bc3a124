package io.thresher.data.csv;

import java.util.List;
import java.util.Set;

/** What people write where a value is missing. */
public final class Blanks {
    /** Words that stand for a missing value in any column. */
    public static final Set<String> ALWAYS =
            Set.of("?", "NA", "N/A", "n/a", "#N/A", "NULL", "null", "nan", "NaN", "NAN");

    private static final int LONGEST = 4;

    /**
     * Marks that stand for a missing number but are words like any other in a column of words: a class may well be
     * called "-", and "None" is an answer.
     */
    public static final List<String> AMONG_NUMBERS = List.of("-", "--", ".", "None", "none");

    /** Words that stand for a missing number or point in time where nearly all other values are one. */
    public static final Set<String> WITH_EVIDENCE = Set.of(
            "unknown", "Unknown", "UNKNOWN", "missing", "Missing", "MISSING", "n.a.", "N.A.", "na", "<NA>", "NONE",
            "Null", "(null)", "#VALUE!", "#DIV/0!", "#REF!", "#NAME?", "#NUM!", "*", "**", "..", "...", "n.d.", "N/D");

    private Blanks() {}

    /** The value without spaces around it; empty if it is missing. */
    public static String clean(String value) {
        String stripped = value.strip();
        return stripped.length() <= LONGEST && ALWAYS.contains(stripped) ? "" : stripped;
    }
}
