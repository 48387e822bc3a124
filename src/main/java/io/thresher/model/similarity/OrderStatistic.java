package io.thresher.model.similarity;

/** The n-th smallest of numbers without sorting them all (Hoare: Algorithm 65, Find, CACM 4, 1961). */
final class OrderStatistic {
    private OrderStatistic() {}

    /**
     * The number that would stand at {@code rank} (from 0) if {@code numbers}, which lose their order, were sorted.
     */
    static double of(double[] numbers, int rank) {
        int low = 0;
        int high = numbers.length - 1;
        while (low < high) {
            double pivot = numbers[(low + high) >>> 1];
            int left = low;
            int right = high;
            while (left <= right) {
                while (numbers[left] < pivot) {
                    left++;
                }
                while (numbers[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    double swapped = numbers[left];
                    numbers[left++] = numbers[right];
                    numbers[right--] = swapped;
                }
            }
            if (rank <= right) {
                high = right;
            } else if (rank >= left) {
                low = left;
            } else {
                break;
            }
        }
        return numbers[rank];
    }
}
