package io.thresher.model;

import java.util.List;

/**
 * A prepared column.
 *
 * @param name what it is called
 * @param column the raw column it was made from
 * @param kind what its values are
 */
public record Feature(String name, String column, Kind kind) {

    /** What the values of a feature are. */
    public enum Kind {
        /** The numbers of the raw column, in the same order: what grows there grows here. */
        NUMBER,
        /** Whole numbers from 0 that name the word of the raw column and have no order. */
        LEVEL,
        /** Anything else: a flag, a part, a mean. */
        DERIVED
    }

    /** Features of those names that were made from one column. */
    static List<Feature> of(String column, Kind kind, List<String> names) {
        return names.stream().map(name -> new Feature(name, column, kind)).toList();
    }

    /** Flags, parts, means that were made from one column. */
    public static List<Feature> derived(String column, List<String> names) {
        return of(column, Kind.DERIVED, names);
    }
}
