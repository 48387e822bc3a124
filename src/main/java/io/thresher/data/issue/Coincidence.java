package io.thresher.data.issue;

import java.util.List;

/** Whether rows that are alike may well be so by chance, as happens in tables of few columns of few values. */
final class Coincidence {
    private final List<Values> columns;
    private final double most;

    /** A row is no coincidence if at most {@code most} others like it were to be expected. */
    Coincidence(List<Values> columns, double most) {
        this.columns = columns;
        this.most = most;
    }

    /** Whether a second row like this one would be a surprise if columns were independent. */
    boolean isSurprise(int row) {
        if (columns.isEmpty()) {
            return false;
        }
        double rows = columns.get(0).rows();
        double expected = Math.log(rows);
        for (Values column : columns) {
            int code = column.code(row);
            double alike = code < 0 ? column.rows() - column.present() : column.count(code);
            expected += Math.log(alike / rows);
        }
        return expected < Math.log(most);
    }
}
