package io.thresher.model.xgboost;

/** Remembers the round with the lowest loss and says when too many rounds have passed since. */
final class EarlyStopping {
    private final int patience;
    private int bestRound;
    private double lowestLoss = Double.POSITIVE_INFINITY;

    /** Gives up after {@code patience} rounds without a lower loss. */
    EarlyStopping(int patience) {
        this.patience = patience;
    }

    /** Takes note of the loss after {@code round} (from 1) and says whether to go on. */
    boolean goesOn(int round, double loss) {
        if (loss < lowestLoss) {
            lowestLoss = loss;
            bestRound = round;
        }
        return round - bestRound < patience;
    }

    /** The round with the lowest loss so far, from 1. */
    int bestRound() {
        return bestRound;
    }
}
