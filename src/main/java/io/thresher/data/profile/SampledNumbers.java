package io.thresher.data.profile;

import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Numbers of a sample. */
final class SampledNumbers implements SampledColumn {
    /** In units of the largest, so that squares stay finite; NaN where missing. */
    private final double[] values;
    /** The rows that have a number, by the size of it. */
    private final int[] order;
    /** Ranks among all numbers; NaN where missing. */
    private final double[] ranks;

    /** Takes over {@code values}, NaN where missing. */
    SampledNumbers(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Double.isNaN(value) ? 0 : Math.abs(value));
        }
        double unit = largest == 0 ? 1 : largest;
        this.values = values;
        for (int row = 0; row < values.length; row++) {
            values[row] /= unit;
        }
        this.order = IntStream.range(0, values.length)
                .filter(this::has)
                .boxed()
                .sorted((a, b) -> Double.compare(values[a], values[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.ranks = ranks(row -> true);
    }

    @Override
    public Optional<Strength> with(SampledColumn other) {
        return other.withNumbers(this);
    }

    /** Spearman's correlation of the rows that have both. */
    @Override
    public Optional<Strength> withNumbers(SampledNumbers other) {
        boolean complete = order.length == values.length && other.order.length == values.length;
        double[] mine = complete ? ranks : ranks(other::has);
        double[] others = complete ? other.ranks : other.ranks(this::has);
        long rows = IntStream.of(order).filter(other::has).count();
        if (rows < FEWEST_ROWS) {
            return Optional.empty();
        }
        double mean = (rows + 1) / 2.0;
        double product = 0;
        double mySquares = 0;
        double otherSquares = 0;
        for (int row : order) {
            if (other.has(row)) {
                double mineOff = mine[row] - mean;
                double otherOff = others[row] - mean;
                product += mineOff * otherOff;
                mySquares += mineOff * mineOff;
                otherSquares += otherOff * otherOff;
            }
        }
        return Strength.of(Association.SPEARMAN, product / Math.sqrt(mySquares * otherSquares), rows);
    }

    /** The correlation ratio of these numbers in groups of equal words. */
    @Override
    public Optional<Strength> withWords(SampledWords words) {
        int rows = 0;
        double mean = 0;
        int[] sizes = new int[words.levels()];
        double[] sums = new double[words.levels()];
        for (int row : order) {
            int code = words.code(row);
            if (code >= 0) {
                rows++;
                mean += (values[row] - mean) / rows;
                sizes[code]++;
                sums[code] += values[row];
            }
        }
        int groups = (int) IntStream.of(sizes).filter(size -> size > 0).count();
        if (rows < FEWEST_ROWS || groups < 2 || groups >= rows) {
            return Optional.empty();
        }
        double within = 0;
        double total = 0;
        for (int row : order) {
            int code = words.code(row);
            if (code >= 0) {
                within += square(values[row] - sums[code] / sizes[code]);
                total += square(values[row] - mean);
            }
        }
        double explained = 1 - (within / (rows - groups)) / (total / (rows - 1));
        return total > 0
                ? Strength.of(Association.CORRELATION_RATIO, Math.sqrt(Math.max(0, explained)), rows)
                : Optional.empty();
    }

    @Override
    public boolean isBare() {
        return order.length < FEWEST_ROWS || values[order[0]] == values[order[order.length - 1]];
    }

    private boolean has(int row) {
        return !Double.isNaN(values[row]);
    }

    /** The rank, from 1, of each number among those of the wanted rows; ties have the mean of their ranks. */
    private double[] ranks(IntPredicate wanted) {
        double[] ranked = new double[values.length];
        int[] tied = new int[order.length];
        int before = 0;
        int ties = 0;
        for (int row : order) {
            if (!wanted.test(row)) {
                continue;
            }
            if (ties > 0 && values[row] != values[tied[ties - 1]]) {
                rank(tied, ties, before, ranked);
                before += ties;
                ties = 0;
            }
            tied[ties++] = row;
        }
        rank(tied, ties, before, ranked);
        return ranked;
    }

    private static void rank(int[] tied, int ties, int before, double[] ranked) {
        for (int i = 0; i < ties; i++) {
            ranked[tied[i]] = before + (ties + 1) / 2.0;
        }
    }

    private static double square(double value) {
        return value * value;
    }
}
