package io.thresher.data.issue;

import io.thresher.data.Column;
import io.thresher.data.association.Ranks;
import io.thresher.seed.Seed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How well rows of two sets can be told apart: adversarial validation by a naive Bayes classifier over binned columns,
 * each row judged by a model that has not seen it.
 *
 * @param auc area under the curve, of all columns together or of the best one alone; 0.5 is guessing
 * @param telling the columns that tell the sets apart by themselves, best first
 */
record Telling(double auc, List<ColumnTelling> telling) {
    private static final int FOLDS = 5;

    Telling {
        telling = List.copyOf(telling);
    }

    /** The area under the curve of one column. */
    record ColumnTelling(String column, double auc) {}

    /**
     * Tells rows apart.
     *
     * @param columns of equal length
     * @param second for each row whether it is of the second set; both sets have rows
     * @param noticeable areas from here on count as telling
     */
    static Telling of(List<? extends Column> columns, boolean[] second, double noticeable, Seed seed) {
        int[] fold = folds(second.length, seed);
        double[] sums = new double[second.length];
        List<ColumnTelling> telling = new ArrayList<>();
        double best = 0.5;
        for (Column column : columns) {
            double[] odds = LogOdds.of(column, second, fold, FOLDS);
            for (int row = 0; row < odds.length; row++) {
                sums[row] += odds[row];
            }
            double auc = auc(odds, second);
            best = Math.max(best, auc);
            if (auc >= noticeable) {
                telling.add(new ColumnTelling(column.name(), auc));
            }
        }
        telling.sort(Comparator.comparingDouble(ColumnTelling::auc).reversed());
        return new Telling(Math.max(best, auc(sums, second)), telling);
    }

    List<String> columns() {
        return telling.stream().map(ColumnTelling::column).toList();
    }

    /** What an area may stray from 0.5 by chance: its standard deviation when nothing tells (Hanley and McNeil, 1982). */
    static double deviation(int first, int second) {
        return Math.sqrt((first + second + 1.0) / (12.0 * first * second));
    }

    private static int[] folds(int rows, Seed seed) {
        SplittableRandom random = seed.fork("folds").random();
        int[] folds = new int[rows];
        for (int row = 0; row < rows; row++) {
            folds[row] = random.nextInt(FOLDS);
        }
        return folds;
    }

    private static double auc(double[] scores, boolean[] second) {
        double[] ranks = Ranks.of(scores);
        double sum = 0;
        double positives = 0;
        for (int row = 0; row < scores.length; row++) {
            if (second[row]) {
                sum += ranks[row];
                positives++;
            }
        }
        double negatives = scores.length - positives;
        // A rank is a place divided by the rows, its middle half a place below.
        double places = sum * scores.length + positives / 2;
        return (places - positives * (positives + 1) / 2) / (positives * negatives);
    }
}
