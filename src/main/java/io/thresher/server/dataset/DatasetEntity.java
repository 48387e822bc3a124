package io.thresher.server.dataset;

import io.thresher.data.ColumnSchema;
import io.thresher.data.DatasetSchema;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dataset's row. Its values are in its folder. */
@Entity
@Table(name = "dataset")
class DatasetEntity {

    /** The first 24 hexadecimal digits of the SHA-256 of the uploaded bytes, and of how they were to be read. */
    @Id
    String id;

    String name;
    long rowCount;

    @Convert(converter = ColumnsColumn.class)
    Columns columns;

    /** Size of the file as it was uploaded. */
    long fileBytes;

    /** Hash of the uploaded bytes, under which they are kept; nothing if the dataset was not uploaded. */
    @Nullable
    String original;

    /** How the dataset was made from others, as JSON; nothing if it was uploaded. */
    @Nullable
    String madeFrom;

    Instant createdAt;

    /** The columns in the order of the file. */
    record Columns(List<ColumnSchema> list) {
        Columns {
            list = List.copyOf(list);
        }
    }

    static DatasetEntity of(String id, String name, DatasetSchema schema, long fileBytes, Instant now) {
        DatasetEntity row = new DatasetEntity();
        row.id = id;
        row.name = name;
        row.rowCount = schema.rows();
        row.columns = new Columns(schema.columns());
        row.fileBytes = fileBytes;
        row.createdAt = now;
        return row;
    }
}
