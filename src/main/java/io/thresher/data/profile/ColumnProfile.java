package io.thresher.data.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.thresher.data.ColumnType;
import java.util.List;
import java.util.Optional;

/**
 * What one column looks like.
 *
 * @param name unique within the dataset
 * @param type what the column holds
 * @param missing number of rows without a value; a number that is not finite is none
 * @param missingShare {@code missing} as a share of all rows, 0 to 1
 * @param distinct number of distinct values, missing not counted
 * @param numbers how numbers are spread; nothing in a column of words, or where all are missing
 * @param words which words there are; nothing in a column of numbers, or where all are missing
 * @param dates the first and last point in time; nothing in a column of anything else
 * @param examples up to five distinct values, from all over the file
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ColumnProfile(
        String name,
        ColumnType type,
        long missing,
        double missingShare,
        long distinct,
        Optional<NumberProfile> numbers,
        Optional<WordProfile> words,
        Optional<DateRange> dates,
        List<String> examples) {

    public ColumnProfile {
        examples = List.copyOf(examples);
    }
}
