package io.thresher.model.neural;

import java.util.Arrays;
import java.util.SplittableRandom;

/** The training rows in a new order each epoch, cut into batches whose sizes differ by at most one. */
final class Batches {
    private final int[] order;
    private final int count;
    private final SplittableRandom random;

    /**
     * @param rows number of training rows
     * @param size the largest batch
     */
    Batches(int rows, int size, SplittableRandom random) {
        this.order = new int[rows];
        for (int row = 0; row < rows; row++) {
            order[row] = row;
        }
        this.count = (rows + size - 1) / size;
        this.random = random;
    }

    /** Batches an epoch. */
    int count() {
        return count;
    }

    /** Begins an epoch (Fisher, Yates). */
    void shuffle() {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int row = order[i];
            order[i] = order[j];
            order[j] = row;
        }
    }

    /** The rows of batch {@code index} of this epoch. */
    int[] batch(int index) {
        int from = (int) ((long) index * order.length / count);
        int to = (int) ((index + 1L) * order.length / count);
        return Arrays.copyOfRange(order, from, to);
    }
}
