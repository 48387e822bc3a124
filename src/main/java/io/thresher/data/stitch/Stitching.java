package io.thresher.data.stitch;

import io.thresher.data.ColumnSchema;
import io.thresher.data.ColumnType;
import io.thresher.data.DatasetSchema;
import io.thresher.data.files.DatasetFiles;
import io.thresher.data.files.IngestLimits;
import io.thresher.data.files.SchemaFile;
import io.thresher.data.files.TableEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes a dataset of others by one SELECT. Each source is a table under the name it is given: whole numbers as BIGINT,
 * other numbers as DOUBLE, all else as VARCHAR. The SQL sees these tables and nothing else: no file, no network, no
 * setting. The result is typed as an uploaded file is.
 */
public final class Stitching {
    /** The columns of a table by which its rows are told apart in the report. */
    private static final String RESULT = "stitched result";

    private final Map<String, Path> sources;
    private final Duration limit;
    private final IngestLimits limits;

    /**
     * A workshop for these sources.
     *
     * @param sources folder of a dataset by the name its table has in the SQL, the one whose rows are counted first
     * @param limit longest time the SQL may take
     * @param limits of the result
     */
    public Stitching(Map<String, Path> sources, Duration limit, IngestLimits limits) {
        this.sources = new LinkedHashMap<>(sources);
        this.limit = limit;
        this.limits = limits;
    }

    /**
     * Runs the SQL and makes its rows a dataset.
     *
     * @param targetFolder a folder that does not exist yet; it appears whole or not at all
     * @throws RefusedSql if the SQL does anything but select from the sources, fails, or takes too long
     * @throws io.thresher.data.UnreadableDataset if the result is no table to learn from, or a larger one than the limits
     *     allow
     */
    public StitchReport run(String sql, Path targetFolder) {
        Path scratch = scratchBeside(targetFolder);
        try {
            Path csv = scratch.resolve("result.csv");
            StitchReport report;
            try (TableEngine engine = TableEngine.open(scratch, limits.memoryMiB(), limits.threads())) {
                Map<String, DatasetSchema> schemas = load(engine, scratch);
                String select = sql.strip().replaceAll(";+\\s*$", "");
                Optional<String> subject = SqlCheck.check(engine, select, sources.keySet());
                execute(engine, select);
                report = report(engine, subject, schemas);
                engine.execute("COPY %s TO %s (FORMAT csv, HEADER true, NULLSTR '')"
                        .formatted(TableEngine.name(RESULT), TableEngine.text(csv.toString())));
            }
            DatasetFiles.ingest(csv, targetFolder, limits);
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(scratch);
        }
    }

    private Map<String, DatasetSchema> load(TableEngine engine, Path scratch) throws IOException {
        Map<String, DatasetSchema> schemas = new LinkedHashMap<>();
        for (Map.Entry<String, Path> source : sources.entrySet()) {
            DatasetSchema schema = SchemaFile.read(source.getValue().resolve(DatasetFiles.SCHEMA));
            refuseTwins(source.getKey(), schema);
            Path parquet = Files.copy(source.getValue().resolve(DatasetFiles.TABLE), scratch.resolve("source.parquet"));
            int width = schema.columns().size();
            String places = IntStream.range(0, width).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
            String columns = IntStream.range(0, width)
                    .mapToObj(i -> typed(i, schema.columns().get(i)))
                    .collect(Collectors.joining(", "));
            engine.execute("CREATE TABLE %s AS SELECT %s FROM read_parquet(%s) AS stored(%s)"
                    .formatted(
                            TableEngine.name(source.getKey()), columns, TableEngine.text(parquet.toString()), places));
            Files.delete(parquet);
            schemas.put(source.getKey(), schema);
        }
        return schemas;
    }

    private static String typed(int place, ColumnSchema column) {
        String value = column.type() == ColumnType.INTEGER ? "TRY_CAST(c%d AS BIGINT)" : "c%d";
        return value.formatted(place) + " AS " + TableEngine.name(column.name());
    }

    private static void refuseTwins(String table, DatasetSchema schema) {
        Map<String, Long> names = schema.names().stream()
                .collect(Collectors.groupingBy(name -> name.toLowerCase(Locale.ROOT), Collectors.counting()));
        names.forEach((name, count) -> {
            if (count > 1) {
                throw new RefusedSql("table '%s' has %d columns called '%s' but for upper and lower case; SQL cannot"
                                .formatted(table, count, name)
                        + " tell them apart");
            }
        });
    }

    private void execute(TableEngine engine, String select) {
        try {
            engine.execute(
                    "CREATE TABLE %s AS SELECT * FROM (%n%s%n) LIMIT %d"
                            .formatted(TableEngine.name(RESULT), select, limits.maxRows() + 1),
                    limit);
        } catch (UncheckedIOException e) {
            Throwable cause = e.getCause() == null
                    ? e
                    : Optional.ofNullable(e.getCause().getCause()).orElse(e.getCause());
            String message = String.valueOf(cause.getMessage());
            throw new RefusedSql(
                    message.contains("INTERRUPT") || message.contains("Interrupted")
                            ? "the SQL took longer than %d s and was stopped".formatted(limit.toSeconds())
                            : SqlCheck.firstLine(message),
                    e);
        }
    }

    private StitchReport report(TableEngine engine, Optional<String> subject, Map<String, DatasetSchema> schemas) {
        Map<String, Long> rowsOf = new LinkedHashMap<>();
        schemas.forEach((name, schema) -> rowsOf.put(name, schema.rows()));
        long rows = count(engine, "SELECT count(*) FROM " + TableEngine.name(RESULT));
        List<String> shared = subject.map(table -> shared(engine, table)).orElse(List.of());
        if (shared.isEmpty()) {
            return new StitchReport(rows, rowsOf, 0, 0, List.of());
        }
        String first = subject.orElseThrow();
        String key = shared.stream().map(TableEngine::name).collect(Collectors.joining(", "));
        String counted = "(SELECT hash(%s) AS h, count(*) AS n FROM %s GROUP BY h)";
        String before = counted.formatted(key, TableEngine.name(first));
        String after = counted.formatted(key, TableEngine.name(RESULT));
        long lost = count(
                engine,
                "SELECT coalesce(sum(greatest(s.n - coalesce(r.n, 0), 0)), 0) FROM %s s LEFT JOIN %s r USING (h)"
                        .formatted(before, after));
        long multiplied = count(
                engine,
                "SELECT coalesce(sum(greatest(r.n - s.n, 0)), 0) FROM %s s JOIN %s r USING (h)"
                        .formatted(before, after));
        return new StitchReport(rows, rowsOf, lost, multiplied, warnings(first, rowsOf, lost, multiplied));
    }

    private static List<String> warnings(String first, Map<String, Long> rowsOf, long lost, long multiplied) {
        List<String> warnings = new ArrayList<>();
        if (lost > 0) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "%,d of the %,d rows of '%s' are not in the result; an outer join would keep them",
                    lost,
                    rowsOf.get(first),
                    first));
        }
        if (multiplied > 0) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "%,d rows of the result repeat rows of '%s': what it is joined with has several rows for one key",
                    multiplied,
                    first));
        }
        return warnings;
    }

    private List<String> shared(TableEngine engine, String first) {
        return engine.query(
                ("SELECT r.column_name FROM (DESCRIBE %s) s JOIN (DESCRIBE %s) r"
                                + " ON s.column_name = r.column_name AND s.column_type = r.column_type")
                        .formatted(TableEngine.name(first), TableEngine.name(RESULT)),
                found -> {
                    List<String> names = new ArrayList<>();
                    while (found.next()) {
                        names.add(found.getString(1));
                    }
                    return names;
                });
    }

    private static long count(TableEngine engine, String sql) {
        return engine.query(sql, rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    private static Path scratchBeside(Path targetFolder) {
        try {
            Path parent = Files.createDirectories(targetFolder.toAbsolutePath().getParent());
            return Files.createTempDirectory(parent, ".stitching-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
