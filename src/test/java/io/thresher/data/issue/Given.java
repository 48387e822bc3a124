package io.thresher.data.issue;

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
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** A table built for a test, and what is found in it. The target is called {@code y}; it is June 2024. */
final class Given {
    static final int ROWS = 600;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-01T00:00:00Z"), ZoneOffset.UTC);

    private final List<Column> columns = new ArrayList<>();
    private final List<ColumnSchema> schemas = new ArrayList<>();
    private Optional<Table> test = Optional.empty();

    /** Six columns of noise, so that rows differ, and the target that they have nothing to do with. */
    static Given numbersToPredict(double... target) {
        return withNoise().numbers("y", row -> target[row]);
    }

    /** The same with classes. */
    static Given classesToPredict(int... label) {
        return withNoise().words("y", row -> label[row] == 0 ? "no" : "yes");
    }

    static Given withNoise() {
        Random random = new Random(77);
        Given given = new Given();
        for (int i = 0; i < 6; i++) {
            given.numbers("noise " + i, row -> random.nextGaussian());
        }
        return given;
    }

    static double[] normals(long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, ROWS)
                .mapToDouble(row -> random.nextGaussian())
                .toArray();
    }

    /** Labels, three in ten of them 1. */
    static int[] labels(long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, ROWS)
                .map(row -> random.nextInt(10) < 3 ? 1 : 0)
                .toArray();
    }

    Given numbers(String name, IntToDoubleFunction number) {
        float[] values = new float[ROWS];
        HashSet<Double> distinct = new HashSet<>();
        boolean whole = true;
        int missing = 0;
        for (int row = 0; row < ROWS; row++) {
            double value = number.applyAsDouble(row);
            values[row] = (float) value;
            if (Double.isNaN(value)) {
                missing++;
            } else {
                distinct.add(value);
                whole &= value == Math.rint(value);
            }
        }
        columns.add(new NumberColumn(name, values));
        schemas.add(new ColumnSchema(name, whole ? ColumnType.INTEGER : ColumnType.NUMBER, missing, distinct.size()));
        return this;
    }

    Given words(String name, IntFunction<String> word) {
        return words(name, ColumnType.CATEGORY, word);
    }

    Given words(String name, ColumnType type, IntFunction<String> word) {
        List<String> words = IntStream.range(0, ROWS).mapToObj(word).toList();
        CategoryColumn column = CategoryColumn.of(name, words);
        columns.add(column);
        long missing = words.stream().filter(String::isEmpty).count();
        schemas.add(new ColumnSchema(name, type, missing, column.levels().size()));
        return this;
    }

    Table table() {
        return new Table(ROWS, columns);
    }

    Given testedOn(Table rows) {
        test = Optional.of(rows);
        return this;
    }

    List<DataIssue> find(Task task) {
        DatasetSchema schema = new DatasetSchema(
                ROWS, new Dialect(',', '"', true, TextEncoding.UTF_8, false), schemas, List.of(), Map.of());
        return DataIssues.find(new Subject(table(), schema, "y", task, test), CLOCK, new Seed(1));
    }

    List<DataIssue> find(Task task, IssueKind kind) {
        return find(task).stream().filter(issue -> issue.kind() == kind).toList();
    }
}
