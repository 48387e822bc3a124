package io.thresher.data.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.ColumnSchema;
import io.thresher.data.ColumnType;
import io.thresher.data.DatasetSchema;
import io.thresher.data.Dialect;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.Task;
import io.thresher.data.TextEncoding;
import io.thresher.seed.Seed;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that hardly are ones must not make the search for issues fail. */
class OddTablesTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 20, 60})
    void tables_of_any_length_are_inspected(int rows) {
        for (Task task : Task.values()) {
            for (Column target :
                    List.of(numbers("y", rows, true), words("y", rows, false), numbers("y", rows, false))) {
                Table table = new Table(
                        rows,
                        List.of(
                                numbers("full", rows, true),
                                numbers("empty", rows, false),
                                words("word", rows, true),
                                words("no word", rows, false),
                                target));
                assertThat(find(table, task, Optional.of(table))).isNotNull();
                assertThat(find(table, task, Optional.of(new Table(0, List.of()))))
                        .isNotNull();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    void a_table_of_nothing_but_the_target_is_inspected(Task task) {
        assertThat(find(new Table(50, List.of(numbers("y", 50, true))), task, Optional.empty()))
                .isNotNull();
    }

    @Test
    void words_are_classes_even_where_a_number_is_asked_for() {
        Table table = new Table(60, List.of(numbers("x", 60, true), words("y", 60, true)));

        assertThat(find(table, Task.REGRESSION, Optional.empty())).isNotNull();
    }

    private static List<DataIssue> find(Table table, Task task, Optional<Table> test) {
        List<ColumnSchema> columns = table.columns().stream()
                .map(column -> new ColumnSchema(
                        column.name(),
                        column instanceof NumberColumn ? ColumnType.INTEGER : ColumnType.CATEGORY,
                        0,
                        table.rows()))
                .toList();
        DatasetSchema schema = new DatasetSchema(
                table.rows(), new Dialect(',', '"', true, TextEncoding.UTF_8, false), columns, List.of(), Map.of());
        return DataIssues.find(new Subject(table, schema, "y", task, test), Clock.systemUTC(), new Seed(1));
    }

    private static Column numbers(String name, int rows, boolean filled) {
        float[] values = new float[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = filled ? row % 7 : Float.NaN;
        }
        return new NumberColumn(name, values);
    }

    private static Column words(String name, int rows, boolean filled) {
        return CategoryColumn.of(
                name,
                filled
                        ? IntStream.range(0, rows)
                                .mapToObj(row -> "w" + row % 3)
                                .toList()
                        : Collections.nCopies(rows, ""));
    }
}
