package io.thresher.data.files;

import io.thresher.data.ColumnSchema;
import io.thresher.data.ColumnType;
import io.thresher.data.DatasetSchema;
import io.thresher.data.Reading;
import io.thresher.data.ReadingOptions;
import io.thresher.data.UnreadableDataset;
import io.thresher.data.files.CleanCopy.Copied;
import io.thresher.data.files.TypedTable.Count;
import io.thresher.data.format.RowSource;
import io.thresher.data.format.UnpackedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A dataset on disk: a folder with {@value #TABLE} and {@value #SCHEMA}. */
public final class DatasetFiles {
    /** The rows: numeric columns as DOUBLE, others as VARCHAR, missing values as NULL, columns in the file's order. */
    public static final String TABLE = "table.parquet";

    /** The {@link DatasetSchema}, read by {@link SchemaFile}. */
    public static final String SCHEMA = "schema.json";

    private DatasetFiles() {}

    /**
     * Turns an uploaded file into a dataset, finding out all there is to know about the file.
     *
     * @see #ingest(Path, Path, ReadingOptions, IngestLimits)
     */
    public static DatasetSchema ingest(Path upload, Path targetFolder, IngestLimits limits) {
        return ingest(upload, targetFolder, ReadingOptions.NONE, limits);
    }

    /**
     * Turns an uploaded file into a dataset. The target folder appears whole, on disk, or not at all.
     *
     * @param upload the file as it was sent
     * @param targetFolder a folder that does not exist yet
     * @param options what the user says about the file
     * @throws UnreadableDataset if the file is no table or a larger one than {@code limits} allow, or if the options
     *     are wrong or do not fit the file; everything that is wrong with the options is told
     * @throws UncheckedIOException if reading or writing fails, or the target folder exists
     */
    public static DatasetSchema ingest(Path upload, Path targetFolder, ReadingOptions options, IngestLimits limits) {
        try (StagedFolder staged = StagedFolder.of(targetFolder)) {
            UnpackedFile unpacked = UnpackedFile.of(upload, staged.scratch().resolve("unpacked"), limits.expansion());
            Path clean = staged.scratch().resolve("clean.csv");
            DatasetSchema schema;
            try (TableEngine engine =
                            TableEngine.open(staged.scratch(), unpacked.file(), limits.memoryMiB(), limits.threads());
                    RowSource source = Sources.open(unpacked.file(), options, engine, limits)) {
                Copied copied = CleanCopy.write(source, clean, options, limits, Files.size(unpacked.file()));
                schema = store(engine, source, unpacked, copied, clean, staged.file(TABLE), options);
            }
            Files.delete(clean);
            SchemaFile.write(schema, staged.file(SCHEMA));
            staged.publish();
            return schema;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DatasetSchema store(
            TableEngine engine,
            RowSource source,
            UnpackedFile unpacked,
            Copied copied,
            Path clean,
            Path table,
            ReadingOptions options) {
        List<ColumnPlan> plans = ColumnPlans.of(source, copied, options);
        int cleanColumns = copied.tallies().size();
        List<Count> counts = TypedTable.write(engine, clean, plans, cleanColumns, !copied.hasLineBreaks(), table)
                .counts();
        OverrideCheck.refuseWrong(plans, counts);
        List<ColumnSchema> columns = new ArrayList<>();
        Map<String, List<String>> booleanWords = new TreeMap<>();
        ColumnTypes types = new ColumnTypes(copied.rows());
        for (int i = 0; i < plans.size(); i++) {
            ColumnSchema column = types.schema(plans.get(i), counts.get(i));
            columns.add(column);
            if (column.type() == ColumnType.BOOLEAN) {
                booleanWords.put(column.name(), plans.get(i).tally().fewWords());
            }
        }
        boolean decimalComma =
                columns.stream().anyMatch(column -> column.numberStyle().hasDecimalComma());
        Reading reading = new Reading(
                source.format(),
                unpacked.packing(),
                options,
                source.linesBefore(),
                copied.setAside(),
                copied.setAsideRows(),
                cleanColumns - plans.size());
        return new DatasetSchema(
                copied.rows(),
                source.dialect().withDecimalComma(decimalComma),
                columns,
                source.names().renamed().stream()
                        .filter(renamed ->
                                plans.stream().anyMatch(plan -> plan.name().equals(renamed.name())))
                        .toList(),
                booleanWords,
                reading);
    }
}
