package io.thresher.model.neural;

/** Remembers the weights with the lowest validation loss, and when to stop waiting for better ones. */
final class BestWeights {
    private final int patience;
    private Weights best;
    private double lowest = Double.POSITIVE_INFINITY;
    private int epochsSince;

    /**
     * @param start the weights if no epoch is ever seen
     * @param patience epochs without a lower loss after which training stops
     */
    BestWeights(Weights start, int patience) {
        this.best = start;
        this.patience = patience;
    }

    /** Takes a copy of {@code weights} if {@code loss} is lower than ever. */
    void observe(double loss, Weights weights) {
        epochsSince++;
        if (loss < lowest) {
            lowest = loss;
            best = weights.copy();
            epochsSince = 0;
        }
    }

    /** Whether those seen last are the best. */
    boolean isLastBest() {
        return epochsSince == 0;
    }

    boolean isPatienceOver() {
        return epochsSince >= patience;
    }

    Weights weights() {
        return best;
    }
}
