package io.thresher.data.profile;

import java.util.List;

/**
 * Values that are missing together.
 *
 * @param patterns the ten commonest sets of columns that are missing in the same row, commonest first; rows in which
 *     nothing is missing are no pattern
 * @param pairs the fifty pairs of columns whose missing rows coincide most, strongest first; among the
 *     {@value MissingRows#PAIRED} columns with the most missing values
 */
public record Missingness(List<Pattern> patterns, List<Pair> pairs) {

    public Missingness {
        patterns = List.copyOf(patterns);
        pairs = List.copyOf(pairs);
    }

    /** The columns that are missing, and only they, in so many rows. */
    public record Pattern(List<String> columns, long rows) {

        public Pattern {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Two columns with missing values.
     *
     * @param first name of the one
     * @param second name of the other
     * @param both rows in which both are missing
     * @param share {@code both} as a share of the rows in which at least one is missing: 1 if they are always missing
     *     together
     */
    public record Pair(String first, String second, long both, double share) {}
}
