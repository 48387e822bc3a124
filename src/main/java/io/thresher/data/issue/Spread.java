package io.thresher.data.issue;

/**
 * How the numbers of a column lie when some at its ends are left out.
 *
 * @param rows number of rows
 * @param least smallest number
 * @param low first percentile
 * @param median middle
 * @param high last percentile
 * @param most largest number
 * @param quartiles distance from the first quartile to the last, or a quarter of that of the percentiles if larger
 * @param edgeLow largest number of rows with one value among the ten smallest values
 * @param edgeHigh the same among the ten largest
 * @param step mean distance of neighbours among the ten smallest values
 * @param isSpiked whether the values left out next below are more frequent than those at the low end
 */
record Spread(
        int rows,
        double least,
        double low,
        double median,
        double high,
        double most,
        double quartiles,
        int edgeLow,
        int edgeHigh,
        double step,
        boolean isSpiked) {
    private static final int EDGE = 10;

    /** The spread of the values with codes from {@code from} up to but without {@code to}. */
    static Spread of(Values column, int from, int to) {
        int rows = 0;
        int edgeLow = 0;
        int edgeHigh = 0;
        for (int code = from; code < to; code++) {
            rows += column.count(code);
            edgeLow = code < from + EDGE ? Math.max(edgeLow, column.count(code)) : edgeLow;
            edgeHigh = code >= to - EDGE ? Math.max(edgeHigh, column.count(code)) : edgeHigh;
        }
        double low = quantile(column, from, rows, 0.01);
        double high = quantile(column, from, rows, 0.99);
        double middle = quantile(column, from, rows, 0.75) - quantile(column, from, rows, 0.25);
        int last = Math.min(to, from + EDGE) - 1;
        boolean spiked = from > 0 && column.count(from - 1) >= edgeLow;
        return new Spread(
                rows,
                column.number(from),
                low,
                quantile(column, from, rows, 0.5),
                high,
                column.number(to - 1),
                Math.max(middle, (high - low) / 4),
                edgeLow,
                edgeHigh,
                (column.number(last) - column.number(from)) / Math.max(1, last - from),
                spiked);
    }

    private static double quantile(Values column, int from, int rows, double share) {
        double left = share * (rows - 1);
        int code = from;
        while (left >= column.count(code)) {
            left -= column.count(code++);
        }
        return column.number(code);
    }

    double range() {
        return most - least;
    }

    /** How many quartile distances part {@code value} from the nearer percentile; 0 if it lies between them. */
    double away(double value) {
        double distance = Math.max(0, Math.max(low - value, value - high));
        return quartiles > 0 ? distance / quartiles : distance > 0 ? Double.MAX_VALUE : 0;
    }

    int commonestAtEdge(boolean atLow) {
        return atLow ? edgeLow : edgeHigh;
    }
}
