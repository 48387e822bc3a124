package io.thresher.data.format;

import io.thresher.data.UnreadableDataset;

/**
 * How large a packed file may become, so that a small upload cannot fill the disk.
 *
 * @param maxBytes most bytes when unpacked
 * @param maxRatio most bytes for each packed byte, once {@value #ALWAYS_ALLOWED} bytes are exceeded
 */
public record ExpansionLimits(long maxBytes, int maxRatio) {
    private static final long ALWAYS_ALLOWED = 1 << 20;

    /**
     * Refuses a file that grows beyond the limits.
     *
     * @param expanded bytes unpacked so far
     * @param packed bytes of the packed file
     * @throws UnreadableDataset if that is too much
     */
    void check(long expanded, long packed) {
        if (expanded > maxBytes) {
            throw new UnreadableDataset(
                    "The packed file is larger than %1$d bytes when unpacked. Up to %1$d bytes are accepted."
                            .formatted(maxBytes));
        }
        if (expanded > ALWAYS_ALLOWED && expanded / maxRatio > packed) {
            throw new UnreadableDataset(
                    "The packed file grows to more than %1$d times its size when unpacked. Up to %1$d times is accepted."
                            .formatted(maxRatio));
        }
    }
}
