package io.thresher.server.dataset;

import io.thresher.data.ColumnSchema;
import java.time.Instant;
import java.util.List;

/**
 * A dataset as REST and pages show it.
 *
 * @param id its content hash
 * @param fileBytes size of the file as it was uploaded
 * @param columns in the order of the file
 */
public record DatasetResponse(
        String id, String name, long rows, long fileBytes, Instant createdAt, List<ColumnResponse> columns) {

    public DatasetResponse {
        columns = List.copyOf(columns);
    }

    /**
     * One column.
     *
     * @param type what it holds, such as {@code number} or {@code category}
     * @param missing rows without a value
     * @param distinct distinct values
     */
    public record ColumnResponse(String name, String type, long missing, long distinct) {
        static ColumnResponse of(ColumnSchema column) {
            return new ColumnResponse(column.name(), column.type().word(), column.missing(), column.distinct());
        }
    }

    static DatasetResponse of(DatasetEntity dataset) {
        return new DatasetResponse(
                dataset.id,
                dataset.name,
                dataset.rowCount,
                dataset.fileBytes,
                dataset.createdAt,
                dataset.columns.list().stream().map(ColumnResponse::of).toList());
    }
}
