package io.thresher.data.csv;

/** What an upload may be, in a sentence for those who sent something else. */
public final class Accepted {
    public static final String FORMATS = "Delimited text (CSV), JSON lines, a JSON list of objects, Parquet and ARFF"
            + " are accepted, as they are or packed with gzip or zip.";

    private Accepted() {}
}
