package io.thresher.search;

/**
 * Losses as a model likes them: the normal quantiles of their ranks (the Gaussian copula of Salinas et al., A
 * Quantile-based Approach for Hyperparameter Transfer Learning, 2020). However skewed the losses are, a disaster is only
 * the last of many, and what differs among the best is seen.
 */
final class LossScale {
    private LossScale() {}

    /** Scores of losses in ascending order; equal losses get equal scores. */
    static double[] quantiles(double[] ascending) {
        int count = ascending.length;
        double[] scores = new double[count];
        for (int from = 0; from < count; ) {
            int to = from;
            while (to < count && ascending[to] == ascending[from]) {
                to++;
            }
            double score = Normal.quantile((from + to) / 2.0 / count);
            while (from < to) {
                scores[from++] = score;
            }
        }
        return scores;
    }
}
