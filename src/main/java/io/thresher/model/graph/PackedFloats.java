package io.thresher.model.graph;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/** An immutable list that keeps its numbers unboxed: a large tree ensemble has millions of them. */
public final class PackedFloats extends AbstractList<Float> implements RandomAccess {
    private final float[] values;

    PackedFloats(float[] values) {
        this.values = values.clone();
    }

    @Override
    public Float get(int index) {
        return values[index];
    }

    @Override
    public int size() {
        return values.length;
    }

    /** As {@link #get}, without a box. */
    public float at(int index) {
        return values[index];
    }

    /** That of any list of these numbers, without boxes. */
    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
