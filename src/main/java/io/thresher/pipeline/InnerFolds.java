package io.thresher.pipeline;

import io.thresher.seed.Seed;
import java.util.SplittableRandom;

/** Training rows dealt into folds of their own, so that a feature made from the target never holds a row's own. */
final class InnerFolds {
    private InnerFolds() {}

    /** The fold of every row: {@code folds} of sizes that differ by one at most. */
    static int[] deal(int rows, int folds, Seed seed) {
        SplittableRandom random = seed.random();
        int[] fold = new int[rows];
        for (int row = 0; row < rows; row++) {
            int other = random.nextInt(row + 1);
            fold[row] = fold[other];
            fold[other] = row % folds;
        }
        return fold;
    }
}
