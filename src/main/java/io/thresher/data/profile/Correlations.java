package io.thresher.data.profile;

import java.util.List;

/**
 * Which columns go together, as a sample of the rows shows it. Sentences, identifiers, dates and constants are left
 * out, as are words that nearly all differ.
 *
 * @param rows rows looked at: all of a small dataset, else about {@value RowSample#ROWS}
 * @param columns the columns compared, each with each; of a wide dataset {@value ColumnPairs#MOST_COLUMNS} from all over
 * @param pairs the {@value ColumnPairs#MOST_PAIRS} strongest pairs, strongest first
 */
public record Correlations(long rows, List<String> columns, List<CorrelatedPair> pairs) {

    public Correlations {
        columns = List.copyOf(columns);
        pairs = List.copyOf(pairs);
    }

    /** The strongest pairs, strongest first. */
    public List<CorrelatedPair> strongest(int most) {
        return pairs.stream().limit(most).toList();
    }

    /** The pairs of one column, strongest first. */
    public List<CorrelatedPair> of(String column) {
        return pairs.stream().filter(pair -> pair.has(column)).toList();
    }
}
