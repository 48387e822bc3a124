package io.thresher.trial;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a trial must keep up with, fold by fold, to be trained on all of them: the losses of the best trial of its family.
 * A trial is given up when, over the folds it has finished, it is worse on average by more than the gap between the
 * best trial's worst fold and its mean, divided by the root of the number of folds seen. The allowance is that of
 * "forgiving" early stopping (Bergman, Purucker and Hutter, Don't Waste Your Time: Early Stopping Cross-Validation,
 * AutoML 2024); the comparison is in pairs of the same fold, since a hard first fold would otherwise stop every trial
 * and an easy one none.
 *
 * @param bestLoss loss of the best trial over all folds at once, lower is better
 * @param bestFoldLosses its losses on every fold, in order; empty to stop nothing
 */
public record FoldRace(double bestLoss, List<Double> bestFoldLosses) {
    /** Nothing to keep up with. */
    public static final FoldRace NONE = new FoldRace(0, List.of());

    public FoldRace {
        bestFoldLosses = List.copyOf(bestFoldLosses);
    }

    /** Whether a trial with these losses on its first folds is given up. Never after the last fold. */
    public boolean isLost(List<Double> foldLosses) {
        int seen = foldLosses.size();
        if (seen == 0 || seen >= bestFoldLosses.size()) {
            return false;
        }
        return behind(foldLosses) > allowance() / Math.sqrt(seen);
    }

    /** The loss over all folds that losses on the first ones let expect: as far behind the best trial as on these. */
    public double expectedLoss(List<Double> foldLosses) {
        return bestLoss + behind(foldLosses);
    }

    private double behind(List<Double> foldLosses) {
        return IntStream.range(0, foldLosses.size())
                .mapToDouble(fold -> foldLosses.get(fold) - bestFoldLosses.get(fold))
                .average()
                .orElse(0);
    }

    private double allowance() {
        DoubleSummaryStatistics losses =
                bestFoldLosses.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        return losses.getMax() - losses.getAverage();
    }
}
