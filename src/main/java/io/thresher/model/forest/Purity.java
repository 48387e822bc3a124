package io.thresher.model.forest;

/**
 * How pure a side of a split is: a function of its classes' counts n_k, each put into {@link #part}, and of their sum n.
 * More is purer, and the sides of a split add up. What a split gains is what both have more than their parent.
 */
final class Purity {
    private final boolean entropy;
    private final double[] logarithms;

    private Purity(boolean entropy, double[] logarithms) {
        this.entropy = entropy;
        this.logarithms = logarithms;
    }

    /** n·(1 − Gini impurity) = Σ n_k² / n (Breiman et al.: Classification and Regression Trees, 1984). */
    static Purity gini() {
        return new Purity(false, new double[0]);
    }

    /** −n·entropy = Σ n_k log n_k − n log n, for counts up to {@code draws}. */
    static Purity entropy(int draws) {
        double[] logarithms = new double[draws + 1];
        for (int n = 2; n <= draws; n++) {
            // StrictMath: the same bits on every machine.
            logarithms[n] = n * StrictMath.log(n);
        }
        return new Purity(true, logarithms);
    }

    double part(int count) {
        return entropy ? logarithms[count] : (double) count * count;
    }

    /** The purity of a side of {@code count} draws, given the sum of its parts; 0 where it has none. */
    double side(double parts, int count) {
        if (entropy) {
            return parts - logarithms[count];
        }
        return count == 0 ? 0 : parts / count;
    }
}
