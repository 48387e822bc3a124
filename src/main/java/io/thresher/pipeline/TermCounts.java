package io.thresher.pipeline;

import java.util.Arrays;

/** How often each term is in one text after another: only the terms that are there, in the order of all. */
final class TermCounts {
    private final int[] counts;
    private final int[] present;
    private int size;

    /**
     * @param terms number of all terms
     */
    TermCounts(int terms) {
        this.counts = new int[terms];
        this.present = new int[terms];
    }

    /** Number of terms that are there. */
    int size() {
        return size;
    }

    /** The {@code i}-th of them. */
    int term(int i) {
        return present[i];
    }

    /** How often it is there. */
    int count(int i) {
        return counts[present[i]];
    }

    /** Forgets the last text. */
    void clear() {
        for (int i = 0; i < size; i++) {
            counts[present[i]] = 0;
        }
        size = 0;
    }

    /** Counts a term. */
    void add(int term) {
        if (counts[term]++ == 0) {
            present[size++] = term;
        }
    }

    /** Brings the terms into order when all are counted. */
    void sort() {
        Arrays.sort(present, 0, size);
    }
}
