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
import io.thresher.data.issue.DataIssues;
import io.thresher.data.issue.Subject;
import io.thresher.seed.Seed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How long it takes to look for issues: 100,000 rows × 50 columns, a third of them words, with 25,000 rows to test on.
 *
 * <pre>
 * java -cp "target/quarkus-app/app/*:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*" src/bench/java/IssueFigures.java [rows] [columns]
 * </pre>
 *
 * <p>The first run is that of a cold JVM; two more follow.
 */
public final class IssueFigures {
    private IssueFigures() {}

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int columns = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50;
        System.out.printf("|task|run|rows|columns|seconds|issues|%n|---|---|---|---|---|---|%n");
        for (Task task : Task.values()) {
            Table table = table(rows, columns, task, new Random(1));
            Table test = table(rows / 4, columns, task, new Random(2));
            DatasetSchema schema = schema(table);
            for (int run = 1; run <= 3; run++) {
                long started = System.nanoTime();
                int issues = DataIssues.find(
                                new Subject(table, schema, "target", task, Optional.of(test)),
                                Clock.systemUTC(),
                                new Seed(1))
                        .size();
                System.out.printf(
                        "|%s|%d|%d|%d|%.2f|%d|%n",
                        task.word(), run, rows, columns, (System.nanoTime() - started) / 1e9, issues);
            }
        }
    }

    private static Table table(int rows, int columns, Task task, Random random) {
        List<Column> made = new ArrayList<>();
        double[] sum = new double[rows];
        for (int i = 0; i < columns; i++) {
            if (i % 3 == 2) {
                int levels = i % 4 == 0 ? 5_000 : 3 + i;
                List<String> words = IntStream.range(0, rows)
                        .mapToObj(row -> "w" + random.nextInt(levels))
                        .toList();
                made.add(CategoryColumn.of("c" + i, words));
                continue;
            }
            float[] values = new float[rows];
            for (int row = 0; row < rows; row++) {
                double z = random.nextGaussian();
                sum[row] += i < 9 ? z : 0;
                values[row] = random.nextInt(20) == 0 ? Float.NaN : (float) (i % 2 == 0 ? z : Math.rint(20 * z));
            }
            made.add(new NumberColumn("c" + i, values));
        }
        made.add(target(sum, task, random));
        return new Table(rows, made);
    }

    private static Column target(double[] sum, Task task, Random random) {
        double[] noisy = Arrays.stream(sum)
                .map(value -> value + 2 * random.nextGaussian())
                .toArray();
        if (task == Task.REGRESSION) {
            float[] values = new float[noisy.length];
            IntStream.range(0, values.length).forEach(row -> values[row] = (float) noisy[row]);
            return new NumberColumn("target", values);
        }
        int classes = task == Task.BINARY ? 2 : 5;
        return CategoryColumn.of(
                "target",
                Arrays.stream(noisy)
                        .mapToObj(value ->
                                "k" + Math.max(0, Math.min(classes - 1, (int) Math.floor(value / 2 + classes / 2.0))))
                        .toList());
    }

    private static DatasetSchema schema(Table table) {
        List<ColumnSchema> columns = table.columns().stream()
                .map(column -> new ColumnSchema(
                        column.name(),
                        column instanceof CategoryColumn
                                ? ColumnType.CATEGORY
                                : column.name().matches("c\\d*[13579]") ? ColumnType.INTEGER : ColumnType.NUMBER,
                        0,
                        1_000))
                .toList();
        return new DatasetSchema(
                table.rows(), new Dialect(',', '"', true, TextEncoding.UTF_8, false), columns, List.of(), Map.of());
    }
}
