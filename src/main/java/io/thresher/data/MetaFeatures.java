package io.thresher.data;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * What a table is like, in numbers that say something of which models suit it (the simple and statistical meta-features of
 * Feurer et al., Initializing Bayesian Hyperparameter Optimization via Meta-Learning, 2015, as far as they cost next to
 * nothing). Each is on a scale on which one apart is far apart.
 *
 * @param size logarithm of the number of rows, to base 10
 * @param width logarithm of the number of features, to base 10
 * @param words share of the features that are words, 0 to 1
 * @param texts share of the features that are texts, 0 to 1
 * @param manyLevels share of the features that are words of more than {@link #MANY} levels, 0 to 1
 * @param missing share of the values that are missing, 0 to 1
 * @param skewed share of the columns of numbers with a skewness beyond ±{@link #SKEWED}, 0 to 1
 * @param classes logarithm of the number of classes, to base 4; 0 for numbers
 * @param imbalance 1 less the entropy of the classes as a share of its most, 0 to 1; 0 for numbers
 */
public record MetaFeatures(
        double size,
        double width,
        double words,
        double texts,
        double manyLevels,
        double missing,
        double skewed,
        double classes,
        double imbalance) {
    static final int MANY = 32;
    static final double SKEWED = 2;
    /** Rows looked at, evenly spaced. */
    private static final int LOOKED_AT = 5_000;

    /** The meta-features of what models are given and are to predict, one row each. */
    public static MetaFeatures of(Table features, Target target) {
        int rows = features.rows();
        int[] looked = DoubleStream.iterate(0, row -> row < rows, row -> row + Math.max(1, rows / (double) LOOKED_AT))
                .mapToInt(row -> (int) row)
                .toArray();
        Scan scan = new Scan();
        features.take(looked).columns().forEach(scan::add);
        double[] shares = shares(target);
        return new MetaFeatures(
                Math.log10(Math.max(1, rows)),
                Math.log10(Math.max(1, scan.columns)),
                share(scan.words, scan.columns),
                share(scan.texts, scan.columns),
                share(scan.manyLevels, scan.columns),
                share((double) scan.missing, (double) scan.columns * looked.length),
                share(scan.skewed, scan.numbers),
                shares.length == 0 ? 0 : Math.log(shares.length) / Math.log(4),
                shares.length < 2 ? 0 : 1 - entropy(shares) / Math.log(shares.length));
    }

    /** How far another table is from this one; 0 for one that is like it in all of this. */
    public double distance(MetaFeatures other) {
        double[] own = numbers();
        double[] others = other.numbers();
        double sum = 0;
        for (int i = 0; i < own.length; i++) {
            sum += (own[i] - others[i]) * (own[i] - others[i]);
        }
        return Math.sqrt(sum);
    }

    private double[] numbers() {
        return new double[] {size, width, words, texts, manyLevels, missing, skewed, classes, imbalance};
    }

    private static double share(double part, double all) {
        return all == 0 ? 0 : part / all;
    }

    private static double[] shares(Target target) {
        double[] shares = new double[target.classes().size()];
        for (int row = 0; shares.length > 0 && row < target.rows(); row++) {
            shares[(int) target.value(row)] += 1.0 / target.rows();
        }
        return shares;
    }

    private static double entropy(double[] shares) {
        return Arrays.stream(shares)
                .filter(share -> share > 0)
                .map(share -> -share * Math.log(share))
                .sum();
    }

    /** Counts over columns. */
    private static final class Scan {
        private int columns;
        private int numbers;
        private int words;
        private int texts;
        private int manyLevels;
        private int skewed;
        private long missing;

        void add(Column column) {
            columns++;
            if (column instanceof NumberColumn values) {
                add(values);
            } else if (column instanceof CategoryColumn values) {
                add(values);
            }
        }

        private void add(NumberColumn column) {
            numbers++;
            double[] known = new double[column.rows()];
            int count = 0;
            for (int row = 0; row < column.rows(); row++) {
                if (Float.isFinite(column.value(row))) {
                    known[count++] = column.value(row);
                }
            }
            missing += column.rows() - count;
            skewed += Math.abs(skewness(Arrays.copyOf(known, count))) > SKEWED ? 1 : 0;
        }

        private void add(CategoryColumn column) {
            if (column.kind() instanceof WordKind.Sentences) {
                texts++;
            } else {
                words++;
                manyLevels += column.levels().size() > MANY ? 1 : 0;
            }
            for (int row = 0; row < column.rows(); row++) {
                missing += column.code(row) < 0 ? 1 : 0;
            }
        }

        /** Third standardised moment; 0 where nothing varies. */
        private static double skewness(double[] values) {
            double mean = Arrays.stream(values).average().orElse(0);
            double second = 0;
            double third = 0;
            for (double value : values) {
                double off = value - mean;
                second += off * off / values.length;
                third += off * off * off / values.length;
            }
            return second == 0 ? 0 : third / Math.pow(second, 1.5);
        }
    }
}
