package io.thresher.data.profile;

import java.util.List;

/**
 * Which words a column holds; missing ones are not counted.
 *
 * @param top the ten commonest, commonest first, equally common ones by the alphabet
 * @param minLength letters of the shortest
 * @param meanLength mean of letters over all rows
 * @param maxLength letters of the longest
 */
public record WordProfile(List<WordCount> top, long minLength, double meanLength, long maxLength) {

    public WordProfile {
        top = List.copyOf(top);
    }

    /** A word and the number of rows that hold it. */
    public record WordCount(String word, long count) {}
}
