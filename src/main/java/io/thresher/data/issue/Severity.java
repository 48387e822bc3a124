package io.thresher.data.issue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How much harm an issue does, most first. */
public enum Severity {
    /** Figures measured on this table would be wrong. */
    HIGH,
    /** Likely to cost quality or to mislead; a person should look. */
    MEDIUM,
    /** Good to know. */
    LOW;

    /** The word used in REST, files and pages. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
