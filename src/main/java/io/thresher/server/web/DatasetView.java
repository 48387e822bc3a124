package io.thresher.server.web;

import io.thresher.data.ColumnSchema;
import io.thresher.data.ColumnType;
import io.thresher.server.dataset.DatasetResponse;
import io.thresher.server.dataset.DatasetResponse.ColumnResponse;
import java.util.Arrays;
import java.util.List;

/** A dataset in words. */
record DatasetView(String id, String name, String rows, String created, List<ColumnView> columns) {

    static DatasetView of(DatasetResponse dataset) {
        return new DatasetView(
                dataset.id(),
                dataset.name(),
                Figures.count(dataset.rows()),
                Figures.moment(dataset.createdAt()),
                dataset.columns().stream()
                        .map(column -> ColumnView.of(schema(column), dataset.rows()))
                        .toList());
    }

    public String columnCount() {
        return Figures.count(columns.size());
    }

    /** The columns that can be predicted; all, if none looks like it, so that the service can say why. */
    public List<ColumnView> targets() {
        List<ColumnView> able = columns.stream().filter(ColumnView::feature).toList();
        return able.isEmpty() ? columns : able;
    }

    /** The columns that a prediction may be made to follow. */
    public List<ColumnView> ordered() {
        return columns.stream().filter(ColumnView::ordered).toList();
    }

    private static ColumnSchema schema(ColumnResponse column) {
        ColumnType type = Arrays.stream(ColumnType.values())
                .filter(each -> each.word().equals(column.type()))
                .findFirst()
                .orElse(ColumnType.TEXT);
        return new ColumnSchema(column.name(), type, column.missing(), column.distinct());
    }
}
