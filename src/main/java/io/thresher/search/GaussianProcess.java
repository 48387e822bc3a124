package io.thresher.search;

import io.thresher.algebra.Cholesky;
import java.util.Arrays;

/**
 * A Gaussian process over points of {@link Coordinates} with a Matérn 5/2 kernel and a length scale of its own for every
 * parameter (Rasmussen and Williams, Gaussian Processes for Machine Learning, 2006, chapters 2, 4, 5). Two choices are
 * one apart; where a parameter does not take part it counts as in the middle.
 *
 * <p>The scores are thought to have mean zero; the variance of the process is profiled out.
 */
final class GaussianProcess {
    private final Relevance relevance;
    private final boolean[] words;
    private final double[][] points;
    private final double[] weights;
    private final double[][] lower;
    private final double variance;

    private GaussianProcess(
            Relevance relevance,
            boolean[] words,
            double[][] points,
            double[] weights,
            double[][] lower,
            double variance) {
        this.relevance = relevance;
        this.words = words;
        this.points = points;
        this.weights = weights;
        this.lower = lower;
        this.variance = variance;
    }

    /** A prediction. */
    record Prediction(double mean, double deviation) {}

    /** The process given what is known; {@code relevance} as learned by {@link Relevance#learned}. */
    static GaussianProcess of(Relevance relevance, boolean[] words, double[][] points, double[] scores) {
        int count = points.length;
        double[][] filled = Arrays.stream(points)
                .map(point -> Relevance.filled(point, words))
                .toArray(double[][]::new);
        double[][] kernel = new double[count][count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j <= i; j++) {
                kernel[i][j] = Relevance.matern(relevance.squaredDistance(filled[i], filled[j], words));
            }
            kernel[i][i] += relevance.noise();
        }
        Cholesky.factor(kernel);
        double[] weights = Cholesky.solve(kernel, scores);
        double fit = 0;
        for (int i = 0; i < count; i++) {
            fit += scores[i] * weights[i];
        }
        return new GaussianProcess(relevance, words, filled, weights, kernel, Math.max(1e-6, fit / count));
    }

    Prediction predict(double[] point) {
        double[] at = Relevance.filled(point, words);
        double[] covariance = new double[points.length];
        double mean = 0;
        for (int i = 0; i < covariance.length; i++) {
            covariance[i] = Relevance.matern(relevance.squaredDistance(at, points[i], words));
            mean += covariance[i] * weights[i];
        }
        double explained = Cholesky.squaredNorm(lower, covariance);
        return new Prediction(mean, Math.sqrt(variance * Math.max(1e-9, 1 - explained)));
    }
}
