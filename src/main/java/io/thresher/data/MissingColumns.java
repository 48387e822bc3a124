package io.thresher.data;

import java.util.List;

/** Rows to be predicted lack columns the model needs. */
public final class MissingColumns extends RuntimeException {
    private final List<String> missing;
    private final List<String> found;

    /**
     * Names what is missing.
     *
     * @param missing the needed columns that are not there, at least one
     * @param found the columns that are there
     */
    public MissingColumns(List<String> missing, List<String> found) {
        super("The model needs the columns %s, which are missing; found were %s.".formatted(missing, found));
        this.missing = List.copyOf(missing);
        this.found = List.copyOf(found);
    }

    /** The needed columns that are not there. */
    public List<String> missing() {
        return missing;
    }

    /** The columns that are there. */
    public List<String> found() {
        return found;
    }
}
