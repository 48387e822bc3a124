package io.thresher.model.neural;

import io.thresher.model.FeatureMatrix;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;
import java.util.BitSet;

/**
 * Which vector stands for a level of a word: each level of the training rows has one of its own, and so has a missing
 * word if training rows have such. Vector 0 is that of all other words.
 */
final class LevelCodes {
    private static final long INT64 = 7;

    private final int column;
    private final float[] indexOf;
    private final int count;

    private LevelCodes(int column, float[] indexOf, int count) {
        this.column = column;
        this.indexOf = indexOf;
        this.count = count;
    }

    /**
     * The levels in one column of the training rows.
     *
     * @param column index of a column of whole numbers from 0; NaN where the word is missing
     */
    static LevelCodes of(FeatureMatrix training, int column) {
        BitSet seen = new BitSet();
        boolean missing = false;
        for (int row = 0; row < training.rows(); row++) {
            float code = training.value(row, column);
            missing |= Float.isNaN(code);
            if (!Float.isNaN(code)) {
                seen.set((int) code);
            }
        }
        float[] indexOf = new float[seen.length() + 2];
        int count = 1;
        for (int code = seen.nextSetBit(0); code >= 0; code = seen.nextSetBit(code + 1)) {
            indexOf[code] = count++;
        }
        indexOf[indexOf.length - 1] = missing ? count++ : 0;
        return new LevelCodes(column, indexOf, count);
    }

    /** Number of vectors. */
    int count() {
        return count;
    }

    /** The vector of the word in a row. */
    float index(FeatureMatrix features, int row) {
        float code = features.value(row, column);
        return indexOf[Float.isNaN(code) ? indexOf.length - 1 : (int) Math.min(code, beyond())];
    }

    /** The same for all rows, float32, N × 1. */
    Tensor draw(GraphBuilder graph, Tensor features) {
        Tensor code =
                graph.apply("Gather", Attributes.none().with("axis", 1), features, graph.longs(new long[] {1}, column));
        Tensor known = graph.apply("Min", code, graph.floats(new long[] {1}, beyond()));
        Tensor place = graph.apply(
                "Where", graph.apply("IsNaN", code), graph.floats(new long[] {1}, indexOf.length - 1), known);
        Tensor whole = graph.apply("Cast", Attributes.none().with("to", INT64), place);
        return graph.apply(
                "Gather", Attributes.none().with("axis", 0), graph.floats(new long[] {indexOf.length}, indexOf), whole);
    }

    /** The place of codes above all of training. */
    private int beyond() {
        return indexOf.length - 2;
    }
}
