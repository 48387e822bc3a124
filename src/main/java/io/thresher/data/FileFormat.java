package io.thresher.data;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What kind of file a table was written in. */
public enum FileFormat {
    /** Values divided by comma, semicolon, tab, pipe or another letter, one row a line. */
    DELIMITED("delimited"),
    /** One JSON list of objects. */
    JSON("json"),
    /** One JSON object a line. */
    JSON_LINES("jsonLines"),
    /** The columnar format of the Hadoop world. */
    PARQUET("parquet"),
    /** Weka's format: declared attributes, then rows. */
    ARFF("arff");

    private final String word;

    FileFormat(String word) {
        this.word = word;
    }

    /** The word used in REST, files and pages. */
    @JsonValue
    public String word() {
        return word;
    }

    /** The format called by that word, or nothing. */
    public static Optional<FileFormat> ofWord(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word.equalsIgnoreCase(word))
                .findFirst();
    }
}
