package io.thresher.ensemble;

/**
 * What a model weighs, or several in one file; as a limit, the most of each.
 *
 * @param bytes of its file
 * @param microsOneRow microseconds for one row in a call of its own
 * @param microsPerRow microseconds a row, of many in one call
 */
public record Load(double bytes, double microsOneRow, double microsPerRow) {
    /** No model. */
    public static final Load NONE = new Load(0, 0, 0);

    /** The load of a model of which only the size counts. */
    public static Load ofBytes(double bytes) {
        return new Load(bytes, 0, 0);
    }

    /** A limit of bytes alone. */
    public static Load mostBytes(double bytes) {
        return new Load(bytes, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** Both in one file: no less than that, since what they have in common is counted twice. */
    public Load plus(Load other) {
        return new Load(bytes + other.bytes, microsOneRow + other.microsOneRow, microsPerRow + other.microsPerRow);
    }

    /** So much of each. */
    public Load times(double share) {
        return new Load(bytes * share, microsOneRow * share, microsPerRow * share);
    }

    /** The lesser of each. */
    public Load min(Load other) {
        return new Load(
                Math.min(bytes, other.bytes),
                Math.min(microsOneRow, other.microsOneRow),
                Math.min(microsPerRow, other.microsPerRow));
    }

    /** Whether it is no more than the most; what was not measured counts as nothing. */
    public boolean isWithin(Load most) {
        return !(bytes > most.bytes || microsOneRow > most.microsOneRow || microsPerRow > most.microsPerRow);
    }

    /** The largest share that it takes of any limit. */
    double shareOf(Load most) {
        double share = 0;
        for (double part :
                new double[] {bytes / most.bytes, microsOneRow / most.microsOneRow, microsPerRow / most.microsPerRow}) {
            share = part > share ? part : share;
        }
        return share;
    }
}
