package io.thresher.server.dataset;

import java.util.List;
import java.util.Map;

/**
 * How a dataset was made of others.
 *
 * @param sql that made it
 * @param from ids of the datasets by the names of their tables in the SQL
 * @param lost rows of the first of them that are not in it
 * @param multiplied rows of it that repeat a row of the first more often than it is there
 * @param warnings the same in words
 */
public record MadeFrom(String sql, Map<String, String> from, long lost, long multiplied, List<String> warnings) {
    public MadeFrom {
        from = Map.copyOf(from);
        warnings = List.copyOf(warnings);
    }
}
