package io.thresher.space;

import java.util.EnumSet;
import java.util.Set;

/** What there is in a table and its task; a parameter that is about one of these means nothing where it is not there. */
public enum Trait {
    /** Classes to predict. */
    CLASSES("classes to predict"),
    /** Numbers to predict. */
    AMOUNTS("numbers to predict"),
    /** Numbers to predict that are never below 0, many small and few large. */
    SKEWED_AMOUNTS("numbers to predict of at least 0, few of them large"),
    /** A column of numbers, or of dates, which become numbers. */
    NUMBERS("columns of numbers"),
    /** A column of words, of whatever kind. */
    WORDS("columns of words"),
    /** A column of words of so many levels that the default keeps only the most frequent. */
    MANY_LEVELS("columns of words of more than 50 levels"),
    /** A column of sentences. */
    TEXTS("columns of texts");

    private final String words;

    Trait(String words) {
        this.words = words;
    }

    /** What it is, to follow "where there are". */
    public String words() {
        return words;
    }

    /** All of them. */
    public static Set<Trait> all() {
        return EnumSet.allOf(Trait.class);
    }
}
