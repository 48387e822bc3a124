package io.thresher.data.issue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The mean of the target at each value of a column, and how far such means stray by chance. */
final class GroupMeans {
    private static final int FEWEST_ROWS = 2;

    private final List<Group> groups;
    /** Variance inside groups, all groups together. */
    private final double pooled;

    private final double overall;
    private final boolean isShare;

    private GroupMeans(List<Group> groups, boolean isShare) {
        this.groups = groups;
        this.isShare = isShare;
        double all = groups.stream().mapToDouble(Group::rows).sum();
        this.overall =
                groups.stream().mapToDouble(group -> group.rows * group.mean).sum() / Math.max(1, all);
        double freedom = groups.stream().mapToDouble(group -> group.rows - 1).sum();
        double within = groups.stream()
                .mapToDouble(group -> (group.rows - 1) * group.variance)
                .sum();
        this.pooled = freedom > 0 ? within / freedom : 0;
    }

    /** Rows that share a value of the column. */
    private record Group(double value, double mean, double variance, int rows) {}

    /**
     * Groups the rows by the numbers of {@code column}. A share is told only in groups where one row of either kind is to
     * be expected.
     *
     * @param outcome the target of each row, NaN where missing
     * @param isShare whether it is 0 or 1, so that how it varies in a small group says nothing beyond its mean
     */
    static GroupMeans of(Values column, double[] outcome, boolean isShare) {
        double centre = Arrays.stream(outcome)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(0);
        int[] rows = new int[column.codes()];
        double[] sums = new double[column.codes()];
        double[] squares = new double[column.codes()];
        for (int row = 0; row < outcome.length; row++) {
            int code = column.code(row);
            if (code >= 0 && !Double.isNaN(outcome[row])) {
                double value = outcome[row] - centre;
                rows[code]++;
                sums[code] += value;
                squares[code] += value * value;
            }
        }
        List<Group> groups = new ArrayList<>();
        for (int code = 0; code < rows.length; code++) {
            if (rows[code] >= FEWEST_ROWS && (!isShare || rows[code] * Math.min(centre, 1 - centre) >= 1)) {
                double mean = sums[code] / rows[code];
                double within = squares[code] - sums[code] * mean;
                double variance = within <= 1e-9 * squares[code] ? 0 : within / (rows[code] - 1);
                groups.add(new Group(column.number(code), centre + mean, variance, rows[code]));
            }
        }
        return new GroupMeans(groups, isShare);
    }

    /** Whether the target varies inside groups at all; where it does not, nothing can be told of chance. */
    boolean isUncertain() {
        return pooled > 0;
    }

    /** Number of groups that tell what chance does: those that vary inside, or all if the target is 0 or 1. */
    int count() {
        return isShare
                ? groups.size()
                : (int) groups.stream().filter(group -> group.variance > 0).count();
    }

    /** Rows in groups of two rows or more. */
    int groupedRows() {
        return groups.stream().mapToInt(Group::rows).sum();
    }

    /** The mean over all groups. */
    double overall() {
        return overall;
    }

    /** Slope and intercept of the line through the means, weighted by rows. */
    double[] line() {
        double all = groups.stream().mapToDouble(Group::rows).sum();
        double x =
                groups.stream().mapToDouble(group -> group.rows * group.value).sum() / all;
        double y = groups.stream().mapToDouble(group -> group.rows * group.mean).sum() / all;
        double xy = 0;
        double xx = 0;
        for (Group group : groups) {
            xy += group.rows * (group.value - x) * (group.mean - y);
            xx += group.rows * (group.value - x) * (group.value - x);
        }
        double slope = xx > 0 ? xy / xx : 0;
        return new double[] {slope, y - slope * x};
    }

    /**
     * How far the means are from a line, squared and in units of what chance does to a mean: about {@link #count()} if the
     * line is true but was known beforehand.
     */
    double deviation(double slope, double intercept) {
        return groups.stream()
                .mapToDouble(group -> deviation(group, slope * group.value + intercept))
                .sum();
    }

    /** The same for means drawn towards that of all rows with the weight of so many rows. */
    double smoothedDeviation(double weight) {
        return groups.stream()
                .mapToDouble(group ->
                        deviation(group, overall + (group.value - overall) * (group.rows + weight) / group.rows))
                .sum();
    }

    private double deviation(Group group, double expected) {
        double error = group.mean - expected;
        double variance = isShare || group.variance == 0 ? Math.max(pooled, 1e-300) : group.variance;
        return group.rows * error * error / variance;
    }
}
