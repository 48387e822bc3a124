package io.thresher.data.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The values of one row, their letters one behind the other in one array, which is used again for the next row. */
public final class RowBuffer {
    private char[] letters = new char[1 << 10];
    private int[] ends = new int[16];
    private final BitSet quoted = new BitSet();
    private int size;
    private int filled;

    /** Number of values. */
    public int size() {
        return size;
    }

    /** Where the letters of all values lie; valid until the next row is read. */
    public char[] letters() {
        return letters;
    }

    /** Place in {@link #letters()} at which a value begins. */
    public int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    /** Place in {@link #letters()} behind the last letter of a value. */
    public int end(int index) {
        return ends[index];
    }

    /** A value as text. */
    public String value(int index) {
        int start = start(index);
        return ends[index] == start ? "" : new String(letters, start, ends[index] - start);
    }

    /** All values as texts. */
    public List<String> values() {
        List<String> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(value(i));
        }
        return List.copyOf(values);
    }

    /** Whether a value has nothing but white space. */
    public boolean isBlank(int index) {
        for (int at = start(index); at < ends[index]; at++) {
            if (!Character.isWhitespace(letters[at])) {
                return false;
            }
        }
        return true;
    }

    /** Whether no value has more than white space. */
    public boolean isBlank() {
        for (int i = 0; i < size; i++) {
            if (!isBlank(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether that value stands in quotes. */
    public boolean isQuoted(int index) {
        return quoted.get(index);
    }

    /** Empties the row. */
    public void clear() {
        size = 0;
        filled = 0;
        quoted.clear();
    }

    /** Adds a whole value. */
    public void add(String value) {
        ensure(value.length());
        value.getChars(0, value.length(), letters, filled);
        filled += value.length();
        endValue();
    }

    void append(char letter) {
        if (filled == letters.length) {
            ensure(1);
        }
        letters[filled++] = letter;
    }

    void append(char[] from, int start, int end) {
        int length = end - start;
        if (length > letters.length - filled) {
            ensure(length);
        }
        System.arraycopy(from, start, letters, filled, length);
        filled += length;
    }

    /** Forgets the letters of the value that is being added, which stands in quotes. */
    void beginQuoted() {
        filled = start(size);
        quoted.set(size);
    }

    /** The value that is being added does not stand in quotes after all. */
    void notQuoted() {
        quoted.clear(size);
    }

    void endValue() {
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
        }
        ends[size++] = filled;
    }

    private void ensure(int more) {
        if (letters.length - filled < more) {
            letters = Arrays.copyOf(letters, Math.max(2 * letters.length, filled + more));
        }
    }
}
