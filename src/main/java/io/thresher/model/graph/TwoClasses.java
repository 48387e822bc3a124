package io.thresher.model.graph;

/** The step from the probability of the second of two classes to a column for each class. */
public final class TwoClasses {
    private TwoClasses() {}

    /**
     * Draws the two columns.
     *
     * @param second float32, N × 1, the probability of the second class
     * @return float32, N × 2
     */
    public static Tensor draw(GraphBuilder graph, Tensor second) {
        Tensor first = graph.apply("Sub", graph.floats(new long[] {1}, 1f), second);
        return graph.apply("Concat", Attributes.none().with("axis", 1), first, second);
    }

    /** The same for values: rows probabilities to rows × 2, row-major. */
    public static float[] columns(float[] second) {
        float[] both = new float[2 * second.length];
        for (int row = 0; row < second.length; row++) {
            both[2 * row] = 1 - second[row];
            both[2 * row + 1] = second[row];
        }
        return both;
    }
}
