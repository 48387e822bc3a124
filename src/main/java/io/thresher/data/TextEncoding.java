package io.thresher.data;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** How the letters of a text file are stored as bytes. */
public enum TextEncoding {
    UTF_8("utf-8", StandardCharsets.UTF_8),
    /** One byte a letter, ISO-8859-1. */
    LATIN_1("latin-1", StandardCharsets.ISO_8859_1),
    /** One byte a letter: Latin-1 with printable letters, such as €, in place of its control characters. */
    WINDOWS_1252("windows-1252", Charset.forName("windows-1252")),
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

    /** The encoding called by that word, or nothing. */
    public static Optional<TextEncoding> ofWord(String word) {
        return Arrays.stream(values())
                .filter(encoding -> encoding.word.equalsIgnoreCase(word))
                .findFirst();
    }

    public Charset charset() {
        return charset;
    }
}
