package io.thresher.data.files;

import io.thresher.data.format.ExpansionLimits;

/**
 * How much a single upload may ask for.
 *
 * @param maxColumns most columns a table may have
 * @param maxRows most rows a table may have
 * @param maxRecordCharacters longest record, at most 1,000,000 characters; bounds the memory a quote that is never
 *     closed can take
 * @param memoryMiB memory for the table while it is typed; beyond it, DuckDB writes to disk
 * @param threads threads that type the columns
 * @param expansion how large a packed file may become
 */
public record IngestLimits(
        int maxColumns, long maxRows, int maxRecordCharacters, int memoryMiB, int threads, ExpansionLimits expansion) {
    private static final int LONGEST_RECORD = 1_000_000;
    private static final ExpansionLimits FOUR_GIB = new ExpansionLimits(4L << 30, 250);

    /** What a small machine bears. */
    public static final IngestLimits DEFAULT = new IngestLimits(5_000, 100_000_000, LONGEST_RECORD, 512, 2);

    public IngestLimits {
        if (maxColumns < 2 || maxRows < 1 || maxRecordCharacters < 1 || memoryMiB < 64 || threads < 1) {
            throw new IllegalArgumentException(
                    "limits must allow 2 columns, 1 row, 1 character, 64 MiB and 1 thread, got %d, %d, %d, %d and %d"
                            .formatted(maxColumns, maxRows, maxRecordCharacters, memoryMiB, threads));
        }
        if (maxRecordCharacters > LONGEST_RECORD) {
            throw new IllegalArgumentException(
                    "maxRecordCharacters must be ≤ %d, got %d".formatted(LONGEST_RECORD, maxRecordCharacters));
        }
    }

    /** Limits under which a packed file may grow to 4 GiB and 250 times its size. */
    public IngestLimits(int maxColumns, long maxRows, int maxRecordCharacters, int memoryMiB, int threads) {
        this(maxColumns, maxRows, maxRecordCharacters, memoryMiB, threads, FOUR_GIB);
    }
}
