package io.thresher.pipeline;

/** Means of a number by level, drawn towards the mean of all rows as far as empirical Bayes says. */
final class LevelMeans {
    private final double[] sums;
    private final int[] counts;
    private final double[][] foldSums;
    private final int[][] foldCounts;
    private final double prior;
    private final double strength;

    private LevelMeans(double[] sums, int[] counts, double[][] foldSums, int[][] foldCounts, double squares) {
        this.sums = sums;
        this.counts = counts;
        this.foldSums = foldSums;
        this.foldCounts = foldCounts;
        double sum = 0;
        long rows = 0;
        for (int place = 0; place < sums.length; place++) {
            sum += sums[place];
            rows += counts[place];
        }
        this.prior = rows == 0 ? 0 : sum / rows;
        this.strength = strength(squares, rows);
    }

    /**
     * @param places place of every row, below {@code placeCount}
     * @param values the number of every row
     * @param folds inner fold of every row, below {@code foldCount}
     */
    static LevelMeans of(int[] places, double[] values, int placeCount, int[] folds, int foldCount) {
        double[] sums = new double[placeCount];
        int[] counts = new int[placeCount];
        double[][] foldSums = new double[foldCount][placeCount];
        int[][] foldCounts = new int[foldCount][placeCount];
        double squares = 0;
        for (int row = 0; row < places.length; row++) {
            sums[places[row]] += values[row];
            counts[places[row]]++;
            foldSums[folds[row]][places[row]] += values[row];
            foldCounts[folds[row]][places[row]]++;
            squares += values[row] * values[row];
        }
        return new LevelMeans(sums, counts, foldSums, foldCounts, squares);
    }

    /** Whether levels differ by more than chance. */
    boolean tellAnything() {
        return Double.isFinite(strength);
    }

    /** What all rows say of that place; the mean of all rows where none is there. */
    double ofPlace(int place) {
        return drawn(sums[place], counts[place]);
    }

    /** What the rows outside of {@code fold} say of that place. */
    double withoutFold(int place, int fold) {
        return drawn(sums[place] - foldSums[fold][place], counts[place] - foldCounts[fold][place]);
    }

    private double drawn(double sum, int count) {
        return count == 0 ? prior : (sum + strength * prior) / (count + strength);
    }

    /**
     * Variance within levels by variance between them, one-way analysis of variance with unequal numbers of rows. One
     * more row of the variance of all is counted within levels, lest a few rows that happen to agree decide.
     */
    private double strength(double squares, long rows) {
        int levels = 0;
        double within = squares;
        double between = 0;
        double countSquares = 0;
        for (int place = 0; place < sums.length; place++) {
            if (counts[place] > 0) {
                levels++;
                double mean = sums[place] / counts[place];
                within -= sums[place] * mean;
                between += counts[place] * (mean - prior) * (mean - prior);
                countSquares += (double) counts[place] * counts[place];
            }
        }
        if (levels < 2) {
            return Double.POSITIVE_INFINITY;
        }
        double variance = squares / rows - prior * prior;
        double ofRows = (Math.max(0, within) + variance) / (rows - levels + 1);
        double ofLevels = (between - (levels - 1) * ofRows) / (rows - countSquares / rows);
        return ofLevels > 0 ? ofRows / ofLevels : Double.POSITIVE_INFINITY;
    }
}
