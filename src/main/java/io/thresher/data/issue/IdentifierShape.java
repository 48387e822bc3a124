package io.thresher.data.issue;

import io.thresher.data.ColumnType;
import io.thresher.data.DatasetSchema;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What an identifier looks like: a value of its own for each row, and no quantity. */
final class IdentifierShape {
    private static final int FEWEST_ROWS = 20;
    private static final double NEARLY_ALL = 0.95;
    /** Numbers that count rows leave few gaps: at most this many numbers a row. */
    private static final double NUMBERS_PER_ROW = 2;
    /** Twice the number of pairs of equal numbers to be expected at least. */
    private static final double DOUBLES_EXPECTED = 20;

    private static final int DIGITS_OF_A_KEY = 8;

    private static final Set<String> NAMES = Set.of(
            "id", "ids", "uuid", "guid", "rownames", "rowname", "rownum", "rowid", "unnamed", "instant", "serial");
    /** These say so at the end of a name: a customer number is one, a number of rooms is none. */
    private static final Set<String> LAST_NAMES =
            Set.of("key", "index", "idx", "nr", "number", "row", "code", "no", "ref", "reference", "num", "record");

    private IdentifierShape() {}

    /** Whether a column is one; how many values differ is asked of the schema, since large numbers are rounded in memory. */
    static boolean fits(Values column, DatasetSchema schema) {
        if (column.type() == ColumnType.IDENTIFIER) {
            return true;
        }
        int present = column.present();
        double distinct = schema.column(column.name())
                .map(known -> known.distinct() / (double) Math.max(1, schema.rows() - known.missing()))
                .orElse(column.distinct() / (double) Math.max(1, present));
        if (present < FEWEST_ROWS || distinct < NEARLY_ALL || column.type() != ColumnType.INTEGER) {
            return false;
        }
        double span = column.number(column.codes() - 1) - column.number(0) + 1;
        // Drawn at random from so narrow a span, some numbers would come twice.
        boolean noneTwice = span <= present * (double) present / DOUBLES_EXPECTED;
        boolean counts = distinct == 1 && column.number(0) >= 0 && (span <= NUMBERS_PER_ROW * present || noneTwice);
        return counts || hasName(column.name()) || isKey(column, distinct);
    }

    /** Whether a part of the name, such as the last of {@code PassengerId}, says that it identifies something. */
    static boolean hasName(String name) {
        String parted = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        List<String> words = Arrays.stream(parted.split("[^\\p{L}]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        return words.stream().anyMatch(NAMES::contains)
                || (!words.isEmpty() && LAST_NAMES.contains(words.get(words.size() - 1)));
    }

    private static boolean isKey(Values column, double distinct) {
        double least = column.number(0);
        int digits = (int) Math.floor(Math.log10(Math.max(1, least))) + 1;
        return digits >= DIGITS_OF_A_KEY
                && column.number(column.codes() - 1) < Math.pow(10, digits)
                && distinct >= 0.999;
    }
}
