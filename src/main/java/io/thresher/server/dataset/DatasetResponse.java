package io.thresher.server.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.thresher.data.ColumnSchema;
import io.thresher.server.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A dataset as REST and pages show it.
 *
 * @param id its content hash
 * @param fileBytes size of the file as it was uploaded
 * @param columns in the order of the file
 * @param madeFrom how it was made of others; absent if it was uploaded
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record DatasetResponse(
        String id,
        String name,
        long rows,
        long fileBytes,
        Instant createdAt,
        List<ColumnResponse> columns,
        Optional<MadeFrom> madeFrom) {

    public DatasetResponse {
        columns = List.copyOf(columns);
    }

    /**
     * One column.
     *
     * @param type what it holds, such as {@code number} or {@code category}
     * @param missing rows without a value
     * @param distinct distinct values
     * @param dateFormat how points in time are written
     * @param codes whether whole numbers are probably names of things
     * @param missingTokens what stands in the file where a value is missing
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record ColumnResponse(
            String name,
            String type,
            long missing,
            long distinct,
            Optional<String> dateFormat,
            boolean codes,
            List<String> missingTokens) {
        static ColumnResponse of(ColumnSchema column) {
            return new ColumnResponse(
                    column.name(),
                    column.type().word(),
                    column.missing(),
                    column.distinct(),
                    Optional.ofNullable(column.dateFormat()),
                    column.codes(),
                    column.missingTokens());
        }
    }

    static DatasetResponse of(DatasetEntity dataset) {
        return new DatasetResponse(
                dataset.id,
                dataset.name,
                dataset.rowCount,
                dataset.fileBytes,
                dataset.createdAt,
                dataset.columns.list().stream().map(ColumnResponse::of).toList(),
                Optional.ofNullable(dataset.madeFrom).map(json -> Json.read(json, MadeFrom.class)));
    }
}
