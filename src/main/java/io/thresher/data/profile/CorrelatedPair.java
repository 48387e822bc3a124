package io.thresher.data.profile;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Two columns and how strongly they go together.
 *
 * @param first name of the column that comes first in the dataset
 * @param second name of the other
 * @param association what {@code value} is
 * @param value as {@link Association} defines it; only {@link Association#SPEARMAN} may be negative
 * @param rows rows in which both have a value, of those looked at
 */
public record CorrelatedPair(String first, String second, Association association, double value, long rows) {

    /** From 0, not at all, to 1. */
    @JsonIgnore
    public double strength() {
        return Math.abs(value);
    }

    /** Whether the column of that name is one of the two. */
    public boolean has(String column) {
        return first.equals(column) || second.equals(column);
    }
}
