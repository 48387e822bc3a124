package io.thresher.model.forest;

/** Codes that occur among the rows of a node, given back in order. */
final class CodeSet {
    private static final int WORD_BITS = 6;

    private final long[] words = new long[(CodedColumns.MISSING + 1) >>> WORD_BITS];

    void add(int code) {
        words[code >>> WORD_BITS] |= 1L << code;
    }

    /**
     * Writes the codes added since the last call into {@code sorted}, ascending.
     *
     * @return how many there are
     */
    int drain(int[] sorted) {
        int size = 0;
        for (int word = 0; word < words.length; word++) {
            for (long bits = words[word]; bits != 0; bits &= bits - 1) {
                sorted[size++] = (word << WORD_BITS) + Long.numberOfTrailingZeros(bits);
            }
            words[word] = 0;
        }
        return size;
    }
}
