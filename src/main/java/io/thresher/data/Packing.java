package io.thresher.data;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a file was packed with when it was uploaded. */
public enum Packing {
    NONE,
    GZIP,
    /** An archive with one table in it. */
    ZIP;

    /** The word used in REST, files and pages. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
