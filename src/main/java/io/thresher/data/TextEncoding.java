package io.thresher.data;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How the letters of a text file are stored as bytes. */
public enum TextEncoding {
    UTF_8("utf-8", StandardCharsets.UTF_8),
    /** One byte a letter, as Windows-1252 has it: Latin-1 with printable letters in place of its control characters. */
    LATIN_1("latin-1", Charset.forName("windows-1252")),
    /** Two bytes a letter, in the order that the byte order mark at the start tells. */
    UTF_16("utf-16", StandardCharsets.UTF_16);

    private final String word;
    private final Charset charset;

    TextEncoding(String word, Charset charset) {
        this.word = word;
        this.charset = charset;
    }

    /** The word used in REST, files and pages. */
    @JsonValue
    public String word() {
        return word;
    }

    public Charset charset() {
        return charset;
    }
}
