package io.thresher.data.association;

import io.thresher.data.Target;
import io.thresher.data.split.Folds;
import io.thresher.data.split.RowKeys;
import io.thresher.data.split.Splitter;
import io.thresher.data.split.Validation;
import io.thresher.seed.Seed;

/**
 * How well the target is predicted from one column by five-fold cross-validation. The model of a column is the mean of
 * the target (for classes: the shares of the classes) at each level, drawn towards that of the coarser level around it and
 * at last towards that of all rows, so that a level of few rows hardly counts and a level never seen does not count.
 * Three strengths of drawing are tried and the best score is taken.
 */
public final class PredictiveScore {
    private static final int FOLDS = 5;
    /** Weight, in rows, of the coarser level in the mean of a finer one. */
    private static final double[] COARSER_ROWS = {0.5, 8, 100};

    private final double[] target;
    private final int classes;
    private final int[] foldOfRow;

    private PredictiveScore(double[] target, int classes, int[] foldOfRow) {
        this.target = target;
        this.classes = classes;
        this.foldOfRow = foldOfRow;
    }

    /** Scores against that target; with fewer than five rows all scores are 0. */
    public static PredictiveScore of(Target target, Seed seed) {
        int[] foldOfRow = new int[target.rows()];
        if (target.rows() >= FOLDS) {
            Folds folds = new Splitter(new Validation.KFold(FOLDS), target, RowKeys.none(), seed).folds();
            for (int fold = 0; fold < FOLDS; fold++) {
                for (int row : folds.validationRows(fold)) {
                    foldOfRow[row] = fold;
                }
            }
        }
        int classes =
                target.task().isClassification() ? Math.max(1, target.classes().size()) : 0;
        return new PredictiveScore(target.values(), classes, foldOfRow);
    }

    /**
     * The score of a column, one level for each row of the target: the share of the variance or entropy of the target
     * that its model explains on the rows left out, from 0 to 1.
     */
    public double of(Levels levels) {
        if (target.length < FOLDS) {
            return 0;
        }
        int width = classes == 0 ? 1 : classes;
        LevelSums sums = new LevelSums(levels, width, FOLDS);
        for (int row = 0; row < target.length; row++) {
            sums.add(row, foldOfRow[row], classes == 0 ? 0 : (int) target[row], classes == 0 ? target[row] : 1);
        }
        double best = 0;
        for (double weight : COARSER_ROWS) {
            best = Math.max(best, classes == 0 ? variance(sums, weight) : entropy(sums, weight));
        }
        return Math.min(1, best);
    }

    private double variance(LevelSums sums, double weight) {
        double left = 0;
        double all = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            double[][] means = sums.finest(fold, weight);
            double mean = sums.means(fold)[0];
            for (int row = 0; row < target.length; row++) {
                if (foldOfRow[row] == fold) {
                    double error = target[row] - means[sums.finestLevel(row)][0];
                    left += error * error;
                    all += (target[row] - mean) * (target[row] - mean);
                }
            }
        }
        return all > 0 ? 1 - left / all : 0;
    }

    private double entropy(LevelSums sums, double weight) {
        double left = 0;
        double all = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            double[][] shares = sums.finest(fold, weight);
            double[] base = sums.means(fold);
            for (int row = 0; row < target.length; row++) {
                if (foldOfRow[row] == fold) {
                    int label = (int) target[row];
                    left -= log(shares[sums.finestLevel(row)][label]);
                    all -= log(base[label]);
                }
            }
        }
        return all > 0 ? 1 - left / all : 0;
    }

    private double log(double share) {
        return Math.log(Math.max(share, 1.0 / (4.0 * target.length)));
    }
}
