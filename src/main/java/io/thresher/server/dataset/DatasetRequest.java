package io.thresher.server.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A dataset to be made of those that are there: either {@code reread} or {@code sql} with {@code from}. */
public record DatasetRequest(
        @Schema(description = "id of a dataset whose file is read again") @Nullable
        String reread,

        @Schema(
                description = "how it is read: delimiter, quote, encoding, hasHeader, decimalComma, columnTypes,"
                        + " missingTokens, format",
                implementation = Object.class)
        @Nullable
        JsonNode reading,

        @Schema(description = "one SELECT over the tables in from") @Nullable
        String sql,

        @Schema(description = "id of a dataset by the name its table has in sql") @Nullable
        Map<String, String> from,

        @Schema(description = "what the dataset is to be called") @Nullable
        String name) {}
