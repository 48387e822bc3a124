package io.thresher.data.files;

import io.thresher.data.ColumnSchema;
import io.thresher.data.ColumnType;
import io.thresher.data.NumberStyle;
import io.thresher.data.files.TypedTable.Count;
import java.util.List;

/** The types of the columns of a table: what the user says, otherwise what their values have in common. */
final class ColumnTypes {
    private static final double WORDS_OF_A_SENTENCE = 3;
    private static final double DISTINCT_SHARE_OF_TEXTS = 0.5;
    private static final double DISTINCT_SHARE_OF_IDENTIFIERS = 0.95;
    /** In fewer rows, that all words differ says little. */
    private static final long FEWEST_TEXTS = 20;
    /** Fewer different words than this are a set that a person could list. */
    private static final long FEWEST_OF_HIGH_CARDINALITY = 50;
    /** Rows that each word has on average, below which most occur in few. */
    private static final long ROWS_PER_WORD = 10;

    private final long rows;

    /** For a table of so many rows. */
    ColumnTypes(long rows) {
        this.rows = rows;
    }

    /** The schema of one column. */
    ColumnSchema schema(ColumnPlan plan, Count count) {
        ColumnType type = plan.override().orElseGet(() -> type(plan, count));
        // A constant is stored as words, and one number can be written in several ways.
        long distinct = type == ColumnType.CONSTANT ? Math.min(1, count.distinct()) : count.distinct();
        boolean codes = type == ColumnType.INTEGER && CodeEvidence.of(plan, count);
        return new ColumnSchema(
                plan.name(),
                type,
                rows - count.filled(),
                distinct,
                plan.style().orElse(NumberStyle.PLAIN),
                plan.datePattern()
                        .filter(pattern -> type == ColumnType.DATE_TIME)
                        .orElse(null),
                codes,
                List.copyOf(plan.missingTokens()));
    }

    private ColumnType type(ColumnPlan plan, Count count) {
        ColumnTally tally = plan.tally();
        if (tally.isOneWord(rows) || plan.sameNumber()) {
            return ColumnType.CONSTANT;
        }
        if (plan.isNumeric()) {
            NumberStyle style = plan.style().orElseThrow();
            return tally.numbers().span(style).isWhole() ? ColumnType.INTEGER : ColumnType.NUMBER;
        }
        if (plan.datePattern().isPresent()) {
            return ColumnType.DATE_TIME;
        }
        return tally.isBoolean() ? ColumnType.BOOLEAN : words(tally.meanWords(), count);
    }

    private static ColumnType words(double meanWords, Count count) {
        boolean enough = count.filled() >= FEWEST_TEXTS;
        if (enough
                && count.distinct() >= DISTINCT_SHARE_OF_TEXTS * count.filled()
                && meanWords >= WORDS_OF_A_SENTENCE) {
            return ColumnType.TEXT;
        }
        if (enough && count.distinct() >= DISTINCT_SHARE_OF_IDENTIFIERS * count.filled()) {
            return ColumnType.IDENTIFIER;
        }
        boolean many =
                count.distinct() >= FEWEST_OF_HIGH_CARDINALITY && count.distinct() * ROWS_PER_WORD > count.filled();
        return many ? ColumnType.HIGH_CARDINALITY : ColumnType.CATEGORY;
    }
}
