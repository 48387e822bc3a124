package io.thresher.data.issue;

import io.thresher.seed.Seed;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Rows drawn so that a large table is looked at in part. */
final class RowSample {
    private RowSample() {}

    /** All rows in order if there are at most {@code most}; otherwise that many, drawn evenly, in order. */
    static int[] of(int rows, int most, Seed seed) {
        if (rows <= most) {
            return IntStream.range(0, rows).toArray();
        }
        // Selection sampling (Knuth, The Art of Computer Programming 2, 3.4.2, algorithm S).
        SplittableRandom random = seed.random();
        int[] drawn = new int[most];
        int count = 0;
        for (int row = 0; count < most; row++) {
            if (random.nextDouble() * (rows - row) < most - count) {
                drawn[count++] = row;
            }
        }
        return drawn;
    }
}
