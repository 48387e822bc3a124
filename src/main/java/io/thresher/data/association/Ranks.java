package io.thresher.data.association;

import java.util.Arrays;

/** Places of numbers in their order. */
public final class Ranks {
    private Ranks() {}

    /**
     * The place of each number, from 0 to 1, when all are sorted; equal numbers share the middle of their places. NaN
     * where the number is NaN.
     */
    public static double[] of(double[] numbers) {
        int[] order = order(numbers);
        double[] ranks = new double[numbers.length];
        Arrays.fill(ranks, Double.NaN);
        int present = order.length;
        for (int from = 0; from < present; ) {
            int to = from + 1;
            while (to < present && numbers[order[to]] == numbers[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + to) / (2.0 * present);
            }
            from = to;
        }
        return ranks;
    }

    /** The indices of the numbers that are not NaN, from the smallest number to the largest; of equal ones, the first first. */
    public static int[] order(double[] numbers) {
        // Sorted as whole numbers: single precision in the upper half, the index in the lower.
        long[] keys = new long[numbers.length];
        int present = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (!Double.isNaN(numbers[i])) {
                keys[present++] = (long) sortable((float) numbers[i]) << 32 | i;
            }
        }
        Arrays.sort(keys, 0, present);
        int[] order = new int[present];
        for (int i = 0; i < present; i++) {
            order[i] = (int) keys[i];
        }
        return order;
    }

    private static int sortable(float number) {
        int bits = Float.floatToIntBits(number + 0f);
        return bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
    }
}
