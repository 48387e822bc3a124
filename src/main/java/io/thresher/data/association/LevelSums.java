package io.thresher.data.association;

/** Sums of the target at each level of a column, fold by fold, and the means that follow when a fold is left out. */
final class LevelSums {
    private final Levels levels;
    private final int width;
    private final int folds;
    /** At each step, for each level and fold: the rows, then {@code width} sums. */
    private final double[][] sums;

    LevelSums(Levels levels, int width, int folds) {
        this.levels = levels;
        this.width = width;
        this.folds = folds;
        this.sums = new double[levels.depth()][];
        for (int step = 0; step < sums.length; step++) {
            sums[step] = new double[levels.count(step) * folds * (width + 1)];
        }
    }

    /** Adds {@code value} to the sum called {@code place} of the row's levels. */
    void add(int row, int fold, int place, double value) {
        for (int step = 0; step < sums.length; step++) {
            int at = at(levels.level(row, step), fold);
            sums[step][at]++;
            sums[step][at + 1 + place] += value;
        }
    }

    int finestLevel(int row) {
        return levels.level(row, sums.length - 1);
    }

    /** The means over all rows but those of {@code fold}. */
    double[] means(int fold) {
        double rows = 0;
        double[] means = new double[width];
        for (int level = 0; level < levels.count(0); level++) {
            rows += without(0, level, fold, 0);
            for (int place = 0; place < width; place++) {
                means[place] += without(0, level, fold, 1 + place);
            }
        }
        for (int place = 0; place < width; place++) {
            means[place] /= rows;
        }
        return means;
    }

    /** For each of the finest levels its means over all rows but those of {@code fold}, drawn towards coarser ones. */
    double[][] finest(int fold, double coarserRows) {
        double[][] coarser = {means(fold)};
        for (int step = 0; step < sums.length; step++) {
            double[][] means = new double[levels.count(step)][width];
            for (int level = 0; level < means.length; level++) {
                double rows = without(step, level, fold, 0);
                double[] around = coarser[step == 0 ? 0 : level == 0 ? 0 : 1 + ((level - 1) >> 3)];
                for (int place = 0; place < width; place++) {
                    double sum = without(step, level, fold, 1 + place);
                    means[level][place] = (sum + coarserRows * around[place]) / (rows + coarserRows);
                }
            }
            coarser = means;
        }
        return coarser;
    }

    private double without(int step, int level, int fold, int field) {
        double sum = 0;
        for (int other = 0; other < folds; other++) {
            if (other != fold) {
                sum += sums[step][at(level, other) + field];
            }
        }
        return sum;
    }

    private int at(int level, int fold) {
        return (level * folds + fold) * (width + 1);
    }
}
