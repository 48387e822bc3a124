package io.thresher.data;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One column of a dataset.
 *
 * @param name unique within the dataset
 * @param type what the column holds
 * @param missing number of rows without a value
 * @param distinct number of distinct values, missing not counted
 * @param numberStyle how its numbers are written; plain where the column has none
 * @param dateFormat for a column of points in time the pattern that all of them follow, as
 *     {@link java.time.format.DateTimeFormatter} has it with English names in upper or lower case
 * @param codes whether the whole numbers of the column are probably names of things, as zip codes are, and no amounts
 * @param missingTokens what stands in the file where a value is missing, sorted; an empty word is a blank place
 */
public record ColumnSchema(
        String name,
        ColumnType type,
        long missing,
        long distinct,
        NumberStyle numberStyle,
        @Nullable String dateFormat,
        boolean codes,
        List<String> missingTokens) {

    public ColumnSchema {
        numberStyle = Objects.requireNonNullElse(numberStyle, NumberStyle.PLAIN);
        missingTokens = List.copyOf(Objects.requireNonNullElse(missingTokens, List.of()));
    }

    /** A column of plain numbers, or of words that are no points in time; nothing is told about missing values. */
    public ColumnSchema(String name, ColumnType type, long missing, long distinct) {
        this(name, type, missing, distinct, NumberStyle.PLAIN, null, false, List.of());
    }
}
