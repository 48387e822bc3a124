package io.thresher.data.files;

import io.thresher.data.SetAsideRow;
import io.thresher.data.csv.Numerals;
import io.thresher.data.csv.RowBuffer;
import io.thresher.data.format.RowSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Records that are rows if another row follows, and a note below the table if none does: blank ones, and short ones
 * that begin with a word, such as a total or a source.
 */
final class HeldBack {
    private static final int MOST = 1_000;
    private static final int MOST_LETTERS = 1 << 20;
    private static final Pattern SUMMARY =
            Pattern.compile("(?i)(grand |sub)?totals?\\b.*|sum\\b.*|source\\b.*|notes?\\b.*|average\\b.*|\\*.*");

    private final List<Held> records = new ArrayList<>();
    private int letters;

    /**
     * One record.
     *
     * @param isBlank whether it has no value
     */
    record Held(SetAsideRow row, List<String> values, boolean isBlank) {}

    /** Whether the current record is to be held back. */
    boolean takes(RowSource source, int columns) {
        RowBuffer row = source.row();
        if (records.size() >= MOST || letters >= MOST_LETTERS) {
            return false;
        }
        if (row.isBlank()) {
            return true;
        }
        if (row.size() >= columns || row.isBlank(0)) {
            return false;
        }
        String first = row.value(0).strip();
        boolean fewValues = 2 * row.size() <= columns && Double.isNaN(Numerals.parse(first, true));
        return fewValues || SUMMARY.matcher(first).matches();
    }

    void add(RowSource source) {
        RowBuffer row = source.row();
        letters += row.size() == 0 ? 0 : row.end(row.size() - 1);
        records.add(new Held(SetAside.row(source), row.values(), row.isBlank()));
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    /** The records, which are held back no longer. */
    List<Held> release() {
        List<Held> released = List.copyOf(records);
        records.clear();
        letters = 0;
        return released;
    }
}
