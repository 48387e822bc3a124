package io.thresher.model.tree;

/**
 * The question a split asks of a value; a value goes left where the answer is yes.
 *
 * <p>Values and thresholds are float32 here, in training and in the exported graph. A family that learns a threshold in
 * double precision must bring it to the float that divides the training values in the same way: for "at most" the
 * largest float not above it. Every value then takes the same branch everywhere, also one that equals a threshold.
 */
public enum Comparison {
    LESS("BRANCH_LT"),
    LESS_OR_EQUAL("BRANCH_LEQ");

    private final String nodeMode;

    Comparison(String nodeMode) {
        this.nodeMode = nodeMode;
    }

    /** The name in the attribute {@code nodes_modes} of {@code ai.onnx.ml}'s tree operators. */
    String nodeMode() {
        return nodeMode;
    }

    /** Whether {@code value} goes left at {@code threshold}; not asked of NaN. */
    boolean holds(float value, float threshold) {
        return value < threshold || (this == LESS_OR_EQUAL && value == threshold);
    }
}
