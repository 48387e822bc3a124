package io.thresher.model.neural;

/** What a network should give for the rows of a batch: one aim a row, or two in fixed shares where rows are mixed. */
final class Aims {
    private final float[] first;
    private final float[] second;
    private final float share;

    private Aims(float[] first, float[] second, float share) {
        this.first = first;
        this.second = second;
        this.share = share;
    }

    /** One aim a row. */
    static Aims of(float... aims) {
        return new Aims(aims, aims, 1);
    }

    /** For each row {@code share} of its own aim and the rest of the aim of the row as far from the other end. */
    static Aims mirrored(float[] aims, float share) {
        float[] others = new float[aims.length];
        for (int i = 0; i < aims.length; i++) {
            others[i] = aims[aims.length - 1 - i];
        }
        return new Aims(aims, others, share);
    }

    int rows() {
        return first.length;
    }

    float first(int row) {
        return first[row];
    }

    float second(int row) {
        return second[row];
    }

    /** Of the first aim; the second has the rest. */
    float share() {
        return share;
    }

    /** The mean of both aims, as numbers. */
    double blended(int row) {
        return (double) share * first[row] + (1.0 - share) * second[row];
    }
}
