package io.thresher.onnx;

import io.thresher.data.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How long a model file takes to predict on this machine, through a warm {@link Scorer}: from columns in memory to
 * probabilities or numbers, one thread, nothing of a network. Calls are timed in three rounds, or fewer where they
 * take long, and the smallest median of a round counts: other work on the machine, or code that is not compiled yet, only
 * ever makes calls slower.
 *
 * @param microsOneRow microseconds of a call with one row, rows taking turns
 * @param microsPerRow microseconds of a call with up to {@link #MANY} rows, for each of them
 */
public record ScoringTime(double microsOneRow, double microsPerRow) {
    /** Rows of a call with many. */
    public static final int MANY = 1000;

    private static final int SINGLE_ROWS = 20;
    private static final int ROUNDS = 3;
    private static final int MOST_CALLS = 51;
    /** Calls with one row in a round, however long they take. */
    private static final int LEAST_SINGLE_CALLS = 3;
    /** After which a round ends. */
    private static final long ROUND_NANOS = 6_000_000;
    /** After which there is no further round: what disturbs calls of that length is small beside them. */
    private static final long ROUNDS_NANOS = 150_000_000;

    /**
     * Times the predictions of rows.
     *
     * @param rows at least one, with every input column
     */
    public static ScoringTime of(Scorer scorer, Table rows) {
        int count = Math.min(MANY, rows.rows());
        Table many = count == rows.rows()
                ? rows
                : rows.take(IntStream.range(0, count).toArray());
        List<Table> single = IntStream.range(0, Math.min(SINGLE_ROWS, count))
                .mapToObj(row -> many.take(new int[] {row}))
                .toList();
        double oneRow = leastMedianMicros(scorer, single, LEAST_SINGLE_CALLS);
        return new ScoringTime(oneRow, leastMedianMicros(scorer, List.of(many), 1) / count);
    }

    private static double leastMedianMicros(Scorer scorer, List<Table> turns, int leastCalls) {
        double least = Double.POSITIVE_INFINITY;
        long begin = System.nanoTime();
        for (int round = 0; round < ROUNDS && (round == 0 || System.nanoTime() - begin < ROUNDS_NANOS); round++) {
            least = Math.min(least, medianMicros(scorer, turns, leastCalls));
        }
        return least;
    }

    private static double medianMicros(Scorer scorer, List<Table> turns, int leastCalls) {
        double[] micros = new double[MOST_CALLS];
        long begin = System.nanoTime();
        int calls = 0;
        while (calls < leastCalls || (calls < MOST_CALLS && System.nanoTime() - begin < ROUND_NANOS)) {
            Table rows = turns.get(calls % turns.size());
            long start = System.nanoTime();
            scorer.predict(rows);
            micros[calls++] = (System.nanoTime() - start) / 1e3;
        }
        double[] sorted = Arrays.copyOf(micros, calls);
        Arrays.sort(sorted);
        return sorted[calls / 2];
    }
}
