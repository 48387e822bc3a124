package io.thresher.ensemble;

import io.thresher.seed.Seed;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Some rows that stand for all. */
final class RowSample {
    private RowSample() {}

    /** At most so many of {@code rows} rows, drawn without replacement, in their order. */
    static int[] of(int rows, int most, Seed seed) {
        int[] drawn = IntStream.range(0, rows).toArray();
        if (rows <= most) {
            return drawn;
        }
        SplittableRandom random = seed.random();
        for (int i = 0; i < most; i++) {
            int other = i + random.nextInt(rows - i);
            int row = drawn[i];
            drawn[i] = drawn[other];
            drawn[other] = row;
        }
        return IntStream.of(drawn).limit(most).sorted().toArray();
    }
}
