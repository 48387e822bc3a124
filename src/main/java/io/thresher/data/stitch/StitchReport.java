package io.thresher.data.stitch;

import java.util.List;
import java.util.Map;

/**
 * What became of the rows.
 *
 * @param rows of the result
 * @param rowsOf rows of each source
 * @param lost rows of the source the SQL is about (the first after FROM) that are not in the result, as told by the columns
 *     both have; 0 where rows are grouped or selects are put together
 * @param multiplied rows of the result that repeat a row of that source more often than it is there
 * @param warnings sentences for whoever wrote the SQL
 */
public record StitchReport(long rows, Map<String, Long> rowsOf, long lost, long multiplied, List<String> warnings) {
    public StitchReport {
        rowsOf = Map.copyOf(rowsOf);
        warnings = List.copyOf(warnings);
    }
}
