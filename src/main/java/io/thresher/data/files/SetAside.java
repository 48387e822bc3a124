package io.thresher.data.files;

import io.thresher.data.SetAsideRow;
import io.thresher.data.UnreadableDataset;
import io.thresher.data.csv.RowBuffer;
import io.thresher.data.format.RowSource;
import java.util.ArrayList;
import java.util.List;

/** The records of a file that are no rows of its table. */
final class SetAside {
    private static final int MOST_TOLD = 5;
    private static final int LONGEST_TEXT = 200;
    /** More than one in so many records that are too long, and the file is no table. */
    private static final int ONE_IN = 10;

    private final List<SetAsideRow> rows = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private long count;
    private long tooLong;

    /** A record that has more values than there are columns. */
    void addTooLong(RowSource source, int length, int columns) {
        tooLong++;
        if (faults.size() < MOST_TOLD) {
            faults.add("Line %d has %d values, but there are %d columns. As many values as columns are accepted."
                    .formatted(source.line(), length, columns));
        }
        add(row(source));
    }

    /** A record below the last row. */
    void add(SetAsideRow row) {
        count++;
        if (rows.size() < MOST_TOLD) {
            rows.add(row);
        }
    }

    /** The current record of a source. */
    static SetAsideRow row(RowSource source) {
        RowBuffer row = source.row();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < row.size() && text.length() < LONGEST_TEXT; i++) {
            text.append(i == 0 ? "" : source.dialect().delimiter()).append(row.value(i));
        }
        boolean whole = text.length() <= LONGEST_TEXT;
        return new SetAsideRow(source.line(), whole ? text.toString() : text.substring(0, LONGEST_TEXT) + "…");
    }

    /**
     * Refuses the file if too many records do not fit.
     *
     * @param accepted number of records that fit
     */
    void refuseTooMany(long accepted) {
        if (tooLong * ONE_IN <= accepted + tooLong) {
            return;
        }
        List<String> all = new ArrayList<>(faults);
        if (tooLong > MOST_TOLD) {
            all.set(
                    MOST_TOLD - 1,
                    "%s In all, %d of %d records have more values than there are columns."
                            .formatted(faults.get(MOST_TOLD - 1), tooLong, accepted + tooLong));
        }
        throw new UnreadableDataset(all);
    }

    long count() {
        return count;
    }

    /** The first few, in the order of the file. */
    List<SetAsideRow> rows() {
        return rows;
    }
}
