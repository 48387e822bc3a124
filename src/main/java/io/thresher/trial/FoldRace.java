package io.thresher.trial;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a trial must keep up with, fold by fold, to be trained on all of them: the best trial of its family. Stopping
 * cross-validation early pays on most tables (Bergman, Purucker and Hutter, Don't Waste Your Time: Early Stopping
 * Cross-Validation, AutoML 2024); here losses are compared in pairs of the same fold, so that neither a hard nor an easy
 * fold misleads, and against what such differences are known to vary by.
 *
 * <p>After {@code j} of {@code k} folds the mean difference to the best trial tells the one over all folds up to a
 * standard error of {@code deviation · √(1/j − 1/k)}. A trial is given up when it is more than two of these behind: one
 * that would have come out even is given up wrongly in one of forty cases.
 *
 * @param bestLoss loss of the best trial over all folds at once, lower is better
 * @param bestFoldLosses its losses on every fold, in order; empty to stop nothing
 * @param deviation by how much, from fold to fold, another trial's difference to the best one deviates from its mean
 */
public record FoldRace(double bestLoss, List<Double> bestFoldLosses, double deviation) {
    /** Nothing to keep up with. */
    public static final FoldRace NONE = new FoldRace(0, List.of(), 0);

    private static final double STANDARD_ERRORS = 2;
    /** Other trials from which the deviation of differences can be told. */
    private static final int FEW = 2;

    public FoldRace {
        bestFoldLosses = List.copyOf(bestFoldLosses);
    }

    /**
     * The race against the best trial.
     *
     * @param others losses of other trials of the same family on every fold; half of their differences deviate less than
     *     what is taken; where they are too few, differences are
     *     taken to deviate as much as the best trial's own losses do, which is more
     */
    public static FoldRace against(double bestLoss, List<Double> bestFoldLosses, List<List<Double>> others) {
        double variance = others.size() < FEW
                ? variance(bestFoldLosses)
                : median(others.stream()
                        .mapToDouble(losses -> variance(differences(losses, bestFoldLosses)))
                        .sorted()
                        .toArray());
        return new FoldRace(bestLoss, bestFoldLosses, Math.sqrt(variance));
    }

    /** Whether a trial with these losses on its first folds is given up. Never after the last fold. */
    public boolean isLost(List<Double> foldLosses) {
        int seen = foldLosses.size();
        if (seen == 0 || seen >= bestFoldLosses.size()) {
            return false;
        }
        double error = deviation * Math.sqrt(1.0 / seen - 1.0 / bestFoldLosses.size());
        return mean(differences(foldLosses, bestFoldLosses)) > STANDARD_ERRORS * error;
    }

    /** The loss over all folds that losses on the first ones let expect: as far behind the best trial as on these. */
    public double expectedLoss(List<Double> foldLosses) {
        return bestLoss + mean(differences(foldLosses, bestFoldLosses));
    }

    private static List<Double> differences(List<Double> losses, List<Double> best) {
        return IntStream.range(0, losses.size())
                .mapToObj(fold -> losses.get(fold) - best.get(fold))
                .toList();
    }

    /** The middle one, or the larger of two; not the mean, since one trial that went wild would stop every race. */
    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static double variance(List<Double> values) {
        double mean = mean(values);
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return squares / Math.max(1, values.size() - 1);
    }
}
