package io.thresher.model.graph;

import java.util.AbstractList;
import java.util.RandomAccess;

/** An immutable list of whole numbers, each in 32 bits: node and tree numbers of an ensemble never need more. */
public final class PackedLongs extends AbstractList<Long> implements RandomAccess {
    private final int[] values;

    PackedLongs(int[] values) {
        this.values = values.clone();
    }

    @Override
    public Long get(int index) {
        return (long) values[index];
    }

    @Override
    public int size() {
        return values.length;
    }

    /** As {@link #get}, without a box. */
    public int at(int index) {
        return values[index];
    }

    /** That of any list of these numbers, without boxes. */
    @Override
    public int hashCode() {
        int hash = 1;
        for (int value : values) {
            hash = 31 * hash + Long.hashCode(value);
        }
        return hash;
    }
}
