package io.thresher.data.profile;

import java.util.Optional;

/** One column of a {@link RowSample}, ready to be compared with others of the same sample. */
sealed interface SampledColumn permits SampledNumbers, SampledWords {
    /** In fewer rows, chance makes anything look strong. */
    int FEWEST_ROWS = 10;

    /** How the two go together, or nothing if too few rows have both or one does not vary in these. */
    Optional<Strength> with(SampledColumn other);

    /** As {@link #with(SampledColumn)}. */
    Optional<Strength> withNumbers(SampledNumbers numbers);

    /** As {@link #with(SampledColumn)}. */
    Optional<Strength> withWords(SampledWords words);

    /** Whether the column says too little to be compared: all alike, or words that nearly all differ. */
    boolean isBare();

    /**
     * How two columns go together.
     *
     * @param value as {@link Association} defines it
     * @param rows rows in which both have a value
     */
    record Strength(Association association, double value, long rows) {

        /** Nothing if {@code value} is not finite; otherwise bound to −1 to 1, whatever rounding did. */
        static Optional<Strength> of(Association association, double value, long rows) {
            return Double.isFinite(value)
                    ? Optional.of(new Strength(association, Math.max(-1, Math.min(1, value)), rows))
                    : Optional.empty();
        }
    }
}
