package io.thresher.server.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dataset to be made of those that are there: either {@code reread} or {@code sql} with {@code from}.
 *
 * @param reread id of a dataset whose file is read again
 * @param reading how it is read: delimiter, quote, encoding, hasHeader, decimalComma, columnTypes, missingTokens, format
 * @param sql one SELECT over the tables in {@code from}
 * @param from id of a dataset by the name its table has in {@code sql}
 * @param name what the dataset is to be called
 */
public record DatasetRequest(
        @Nullable String reread,
        @Nullable JsonNode reading,
        @Nullable String sql,
        @Nullable Map<String, String> from,
        @Nullable String name) {}
