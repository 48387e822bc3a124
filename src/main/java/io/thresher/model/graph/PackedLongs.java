package io.thresher.model.graph;

import java.util.AbstractList;
import java.util.RandomAccess;

/** An immutable list of whole numbers, each in 32 bits: node and tree numbers of an ensemble never need more. */
final class PackedLongs extends AbstractList<Long> implements RandomAccess {
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
}
