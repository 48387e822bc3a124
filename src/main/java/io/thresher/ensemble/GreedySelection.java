package io.thresher.ensemble;

import java.util.List;

/**
 * Greedy forward selection of models with replacement (Caruana, Niculescu-Mizil, Crew and Ksikes, Ensemble Selection from
 * Libraries of Models, ICML 2004): from the best model on, the model is added with which the average is best, and the best
 * of these averages is taken. It may become worse for some picks: a model that spoils the average of two at a weight of a
 * half may well improve it at a fifth, once the best has been picked more often. Then the members are left out that give almost nothing, since each makes the file larger and slower.
 * Deterministic: of equals the earlier candidate is taken.
 */
final class GreedySelection {
    /** Picks without a better average after which none is expected. */
    private static final int PATIENCE = 8;

    private final Judge judge;
    private final List<float[]> predictions;
    private final long[] bytes;
    private final EnsembleLimits limits;

    /**
     * @param predictions of each candidate, as {@code judge} finds them relevant
     * @param bytes size of each candidate; it is no member where that is above the limit
     */
    GreedySelection(Judge judge, List<float[]> predictions, long[] bytes, EnsembleLimits limits) {
        this.judge = judge;
        this.predictions = List.copyOf(predictions);
        this.bytes = bytes;
        this.limits = limits;
    }

    /** The best candidate alone, by the rows as they count. */
    int single(int[] counts) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int candidate = 0; candidate < bytes.length; candidate++) {
            double loss = judge.loss(predictions.get(candidate), counts);
            if (loss < least) {
                least = loss;
                best = candidate;
            }
        }
        return best;
    }

    /** How often each candidate is picked, by the rows as they count. */
    int[] picks(int[] counts) {
        int[] picks = new int[bytes.length];
        int first = single(counts);
        picks[first] = 1;
        float[] sum = predictions.get(first).clone();
        double alone = judge.loss(sum, counts);
        double reached = alone;
        int[] bestPicks = picks.clone();
        int sinceBest = 0;
        for (int size = 1; size < limits.picks() && sinceBest < PATIENCE; size++) {
            int best = first;
            double least = Double.POSITIVE_INFINITY;
            for (int candidate = 0; candidate < picks.length; candidate++) {
                if (fits(picks, candidate)) {
                    double loss = judge.loss(sum, predictions.get(candidate), 1.0 / (size + 1), counts);
                    if (loss < least) {
                        least = loss;
                        best = candidate;
                    }
                }
            }
            picks[best]++;
            add(sum, predictions.get(best), 1);
            sinceBest++;
            if (least < reached) {
                reached = least;
                bestPicks = picks.clone();
                sinceBest = 0;
            }
        }
        return lightened(bestPicks, reached + (1 - limits.gainKept()) * (alone - reached), counts);
    }

    /** The average of the candidates, each as often as it was picked. */
    float[] average(int[] picks) {
        float[] sum = new float[predictions.get(0).length];
        int size = 0;
        for (int candidate = 0; candidate < picks.length; candidate++) {
            size += picks[candidate];
            if (picks[candidate] > 0) {
                add(sum, predictions.get(candidate), picks[candidate]);
            }
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= size;
        }
        return sum;
    }

    private int[] lightened(int[] picks, double mostLoss, int[] counts) {
        int[] lighter = picks.clone();
        while (members(lighter) > 1) {
            int best = -1;
            double least = mostLoss;
            for (int candidate = 0; candidate < picks.length; candidate++) {
                if (lighter[candidate] > 0) {
                    int[] without = lighter.clone();
                    without[candidate] = 0;
                    double loss = judge.loss(average(without), counts);
                    if (loss <= least) {
                        least = loss;
                        best = candidate;
                    }
                }
            }
            if (best < 0) {
                break;
            }
            lighter[best] = 0;
        }
        return lighter;
    }

    private boolean fits(int[] picks, int candidate) {
        long together = bytes[candidate];
        for (int member = 0; member < picks.length; member++) {
            together += picks[member] > 0 && member != candidate ? bytes[member] : 0;
        }
        return together <= limits.bytes();
    }

    private static int members(int[] picks) {
        int members = 0;
        for (int pick : picks) {
            members += pick > 0 ? 1 : 0;
        }
        return members;
    }

    private static void add(float[] sum, float[] added, int times) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += times * added[i];
        }
    }
}
