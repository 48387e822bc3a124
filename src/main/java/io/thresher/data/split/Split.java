package io.thresher.data.split;

/** Rows to train on and rows that judge; no row is both, some may be neither. */
public final class Split {
    private final int[] training;
    private final int[] validation;

    /** Takes over both lists of row numbers, ascending. */
    Split(int[] training, int[] validation) {
        this.training = training;
        this.validation = validation;
    }

    /** The rows to train on, ascending, as a copy. */
    public int[] trainingRows() {
        return training.clone();
    }

    /** The rows that judge, ascending, as a copy. */
    public int[] validationRows() {
        return validation.clone();
    }
}
