package io.thresher.data.issue;

import io.thresher.data.association.Ranks;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Rows in the order in which they came about: by a column of dates if there is one, else as they stand in the file.
 */
final class TimeLine {
    private static final int FEWEST_DATES = 10;
    private static final double IN_ORDER = 0.95;

    private final int[] rows;
    private final Optional<String> column;
    private final boolean inFile;

    private TimeLine(int[] rows, Optional<String> column, boolean inFile) {
        this.rows = rows;
        this.column = column;
        this.inFile = inFile;
    }

    /** One line for each column of dates; if there is none, the order of the file. */
    static List<TimeLine> of(Inspection inspection) {
        List<TimeLine> lines = inspection.features().stream()
                .flatMap(column -> inspection.dates(column).stream())
                .filter(dates -> dates.values().distinct() >= FEWEST_DATES)
                .map(dates -> of(dates, inspection.rows()))
                .toList();
        int[] asTheyStand = IntStream.range(0, inspection.rows()).toArray();
        return lines.isEmpty() ? List.of(new TimeLine(asTheyStand, Optional.empty(), true)) : lines;
    }

    private static TimeLine of(Dates dates, int rows) {
        double[] days = IntStream.range(0, rows).mapToDouble(dates::day).toArray();
        double[] places = IntStream.range(0, rows).mapToDouble(i -> i).toArray();
        boolean inFile = Math.abs(Agreement.correlation(Ranks.of(days), places)) >= IN_ORDER;
        return new TimeLine(Ranks.order(days), Optional.of(dates.column()), inFile);
    }

    /** The rows in that order, those without a date left out. */
    int[] rows() {
        return rows.clone();
    }

    /** The dates that tell it. */
    Optional<String> column() {
        return column;
    }

    /** Whether the file is in that order. */
    boolean inFile() {
        return inFile;
    }

    /** The first third of the rows, at most {@code most} of them, evenly taken. */
    int[] early(int most) {
        return evenly(0, rows.length / 3, most);
    }

    /** The last third of the rows, at most {@code most} of them, evenly taken. */
    int[] late(int most) {
        return evenly(rows.length - rows.length / 3, rows.length, most);
    }

    private int[] evenly(int from, int to, int most) {
        int count = Math.min(most, to - from);
        int[] taken = new int[count];
        Arrays.setAll(taken, i -> rows[from + (int) ((long) i * (to - from) / count)]);
        return taken;
    }
}
