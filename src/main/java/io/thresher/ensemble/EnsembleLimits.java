package io.thresher.ensemble;

/**
 * How large an ensemble may become.
 *
 * @param picks members counted as often as they are picked
 * @param most of all members together
 * @param gainKept of what an ensemble gains over its best member: members are left out, the least useful first, as long as
 *     this much stays
 * @param scarce whether what members weigh is set against what they gain, since a limit leaves room for few
 */
public record EnsembleLimits(int picks, Load most, double gainKept, boolean scarce) {
    /** One model alone. */
    public static final EnsembleLimits NO_ENSEMBLE =
            new EnsembleLimits(1, Load.mostBytes(Double.POSITIVE_INFINITY), 1, false);

    private static final int PICKS = 25;
    private static final double GAIN_KEPT = 0.95;

    /** Limits for members that are together no larger than {@code bytes}. */
    public static EnsembleLimits of(long bytes) {
        return new EnsembleLimits(PICKS, Load.mostBytes((double) bytes), GAIN_KEPT, false);
    }

    /** Limits that someone asked for. */
    public static EnsembleLimits within(Load most) {
        return new EnsembleLimits(PICKS, most, GAIN_KEPT, true);
    }

    /** The same, and no more bytes than these. */
    public EnsembleLimits noLargerThan(double bytes) {
        return new EnsembleLimits(picks, most.min(Load.mostBytes(bytes)), gainKept, scarce);
    }

    /** So much less room. */
    public EnsembleLimits times(double share) {
        return new EnsembleLimits(picks, most.times(share), gainKept, scarce);
    }
}
