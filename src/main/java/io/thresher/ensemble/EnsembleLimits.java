package io.thresher.ensemble;

/**
 * How large an ensemble may become.
 *
 * @param picks members counted as often as they are picked
 * @param bytes of all members' files together
 * @param gainKept of what an ensemble gains over its best member: members are left out, the least useful first, as long as
 *     this much stays
 */
public record EnsembleLimits(int picks, long bytes, double gainKept) {
    /** One model alone. */
    public static final EnsembleLimits NO_ENSEMBLE = new EnsembleLimits(1, Long.MAX_VALUE, 1);

    private static final int PICKS = 25;
    private static final double GAIN_KEPT = 0.95;

    /** Limits for members that are together no larger than {@code bytes}. */
    public static EnsembleLimits of(long bytes) {
        return new EnsembleLimits(PICKS, bytes, GAIN_KEPT);
    }
}
