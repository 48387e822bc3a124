package io.thresher.data.issue;

import io.thresher.data.association.Ranks;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Quick figures for how closely numbers go with a target, on few rows; rows without a number are left out. */
final class Agreement {
    private final double[] target;
    private final double[] ranks;
    private final boolean classes;

    Agreement(double[] target, boolean classes) {
        this.target = target;
        this.ranks = Ranks.of(target);
        this.classes = classes;
    }

    /** From 0 to 1: for a number the squared correlation, by value or by rank; for classes how alike neighbours are. */
    double of(double[] numbers) {
        long present = Arrays.stream(numbers).filter(Double::isFinite).count();
        if (present < numbers.length / 2) {
            return 0;
        }
        if (classes) {
            return neighbours(numbers);
        }
        double byValue = correlation(numbers, target);
        double byRank = correlation(Ranks.of(numbers), ranks);
        return Math.max(byValue * byValue, byRank * byRank);
    }

    private double neighbours(double[] numbers) {
        int[] order = Ranks.order(numbers);
        int same = 0;
        for (int i = 1; i < order.length; i++) {
            same += target[order[i]] == target[order[i - 1]] ? 1 : 0;
        }
        double observed = same / (double) (order.length - 1);
        double byChance = byChance(order);
        return byChance < 1 ? Math.max(0, (observed - byChance) / (1 - byChance)) : 0;
    }

    private double byChance(int[] rows) {
        int[] counts = new int[1 + (int) Arrays.stream(target).max().orElse(0)];
        IntStream.of(rows).forEach(row -> counts[(int) target[row]]++);
        return Arrays.stream(counts)
                .mapToDouble(count -> Math.pow(count / (double) rows.length, 2))
                .sum();
    }

    /** Pearson's correlation over the places where both are finite; 0 if one does not vary. */
    static double correlation(double[] first, double[] second) {
        double n = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < first.length; i++) {
            if (Double.isFinite(first[i]) && Double.isFinite(second[i])) {
                n++;
                x += first[i];
                y += second[i];
            }
        }
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < first.length; i++) {
            if (Double.isFinite(first[i]) && Double.isFinite(second[i])) {
                double dx = first[i] - x / n;
                double dy = second[i] - y / n;
                xx += dx * dx;
                yy += dy * dy;
                xy += dx * dy;
            }
        }
        return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
    }
}
