package io.thresher.ensemble;

import java.util.List;
import java.util.OptionalInt;

/**
 * Greedy forward selection of models with replacement (Caruana, Niculescu-Mizil, Crew and Ksikes, Ensemble Selection from
 * Libraries of Models, ICML 2004): from the best model on, the model is added with which the average is best, and the best
 * of these averages is taken. It may become worse for some picks: a model that spoils the average of two at a weight of a
 * half may well improve it at a fifth, once the best has been picked more often. Then the members are left out that give almost nothing, since each makes the file larger and slower.
 * Deterministic: of equals the earlier candidate is taken.
 *
 * <p>Where room is scarce the best model may leave none for others. Then a second selection starts with the best of those
 * that take at most half of the room, and picks by what a model gains for what it weighs; the better of the two is taken,
 * as is known to be needed of greedy choices within a budget (Khuller, Moss and Naor, The budgeted maximum coverage
 * problem, 1999).
 */
final class GreedySelection {
    /** Picks without a better average after which none is expected. */
    private static final int PATIENCE = 8;
    /** Share of the room that leaves some for others. */
    private static final double HALF = 0.5;

    private final Judge judge;
    private final List<float[]> predictions;
    private final List<Load> loads;
    private final EnsembleLimits limits;

    /**
     * @param predictions of each candidate, as {@code judge} finds them relevant
     * @param loads of each candidate; it is no further member where the limit is passed by it
     */
    GreedySelection(Judge judge, List<float[]> predictions, List<Load> loads, EnsembleLimits limits) {
        this.judge = judge;
        this.predictions = List.copyOf(predictions);
        this.loads = List.copyOf(loads);
        this.limits = limits;
    }

    /** The best candidate alone, by the rows as they count. */
    int single(int[] counts) {
        return best(Double.POSITIVE_INFINITY, counts).orElse(0);
    }

    /** How often each candidate is picked, by the rows as they count. */
    int[] picks(int[] counts) {
        int first = single(counts);
        Selection free = new Selection(first, counts);
        free.select(false);
        if (!limits.scarce()) {
            return lightened(free, counts);
        }
        OptionalInt light = best(HALF, counts);
        if (light.isEmpty()) {
            return lightened(free, counts);
        }
        Selection frugal = new Selection(light.getAsInt(), counts);
        frugal.select(true);
        return lightened(frugal.reached < free.reached ? frugal : free, counts);
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

    /** The best candidate among those that take at most this share of the room. */
    private OptionalInt best(double mostShare, int[] counts) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int candidate = 0; candidate < loads.size(); candidate++) {
            if (!(loads.get(candidate).shareOf(limits.most()) > mostShare)) {
                double loss = judge.loss(predictions.get(candidate), counts);
                if (loss < least) {
                    least = loss;
                    best = candidate;
                }
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    private int[] lightened(Selection selection, int[] counts) {
        double mostLoss = selection.reached + (1 - limits.gainKept()) * (selection.alone - selection.reached);
        int[] lighter = selection.bestPicks.clone();
        while (members(lighter) > 1) {
            int best = -1;
            double least = mostLoss;
            for (int candidate = 0; candidate < lighter.length; candidate++) {
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

    /** One way from a first model to an ensemble. */
    private final class Selection {
        private final int[] counts;
        private final int first;
        private final int[] picks = new int[loads.size()];
        private final float[] sum;
        private final double alone;
        private Load load;
        private double now;
        private double reached;
        private int[] bestPicks;

        Selection(int first, int[] counts) {
            this.counts = counts;
            this.first = first;
            this.sum = predictions.get(first).clone();
            this.alone = judge.loss(sum, counts);
            this.load = loads.get(first);
            this.now = alone;
            this.reached = alone;
            picks[first] = 1;
            this.bestPicks = picks.clone();
        }

        /**
         * Goes it.
         *
         * @param frugal whether what a model weighs is set against what it gains
         */
        void select(boolean frugal) {
            int sinceBest = 0;
            for (int size = 1; size < limits.picks() && sinceBest < PATIENCE; size++) {
                pick(next(size, frugal), size);
                sinceBest++;
                if (now < reached) {
                    reached = now;
                    bestPicks = picks.clone();
                    sinceBest = 0;
                }
            }
        }

        private void pick(int candidate, int size) {
            now = loss(candidate, size);
            load = picks[candidate] > 0 ? load : load.plus(loads.get(candidate));
            picks[candidate]++;
            add(sum, predictions.get(candidate), 1);
        }

        private double loss(int candidate, int size) {
            return judge.loss(sum, predictions.get(candidate), 1.0 / (size + 1), counts);
        }

        private int next(int size, boolean frugal) {
            int best = first;
            double least = Double.POSITIVE_INFINITY;
            for (int candidate = 0; candidate < picks.length; candidate++) {
                boolean member = picks[candidate] > 0;
                if (member || load.plus(loads.get(candidate)).isWithin(limits.most())) {
                    double loss = loss(candidate, size);
                    double price = frugal ? price(loss, member ? Load.NONE : loads.get(candidate)) : loss;
                    if (price < least) {
                        least = price;
                        best = candidate;
                    }
                }
            }
            return best;
        }

        /** The lower, the more is gained for the room it takes; a pick takes some of the picks, too. */
        private double price(double loss, Load added) {
            double gain = now - loss;
            return gain > 0 ? -gain / (added.shareOf(limits.most()) + 1.0 / limits.picks()) : -gain;
        }
    }
}
