package io.thresher.data.files;

import io.thresher.data.ColumnSchema;
import io.thresher.data.ColumnType;
import io.thresher.data.DatasetSchema;
import io.thresher.data.Dialect;
import io.thresher.data.UnreadableDataset;
import io.thresher.data.csv.DelimitedText;
import io.thresher.data.files.CleanCopy.Copied;
import java.io.IOException;
import java.io.UncheckedIOException;
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
     * Turns an uploaded text file into a dataset. The target folder appears whole, on disk, or not at all.
     *
     * @param upload the file as it was sent
     * @param targetFolder a folder that does not exist yet
     * @throws UnreadableDataset if the file is no table or a larger one than {@code limits} allow
     * @throws UncheckedIOException if reading or writing fails, or the target folder exists
     */
    public static DatasetSchema ingest(Path upload, Path targetFolder, IngestLimits limits) {
        try (StagedFolder staged = StagedFolder.of(targetFolder)) {
            DelimitedText text = DelimitedText.recognise(upload);
            Path clean = staged.scratch().resolve("clean.csv");
            Copied copied = CleanCopy.write(text, clean, limits);
            DatasetSchema schema;
            try (TableEngine engine = TableEngine.open(staged.scratch(), limits.memoryMiB(), limits.threads())) {
                List<Boolean> numeric = copied.tallies().stream()
                        .map(tally -> tally.isNumeric() && !tally.isConstant(copied.rows()))
                        .toList();
                TypedTable table = TypedTable.load(engine, clean, numeric, !copied.hasLineBreaks());
                table.write(copied.names().names(), staged.file(TABLE));
                schema = schema(copied, text.dialect(), table.distinctValues());
            }
            SchemaFile.write(schema, staged.file(SCHEMA));
            staged.publish();
            return schema;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DatasetSchema schema(Copied copied, Dialect dialect, List<Long> distinctValues) {
        List<ColumnSchema> columns = new ArrayList<>();
        Map<String, List<String>> booleanWords = new TreeMap<>();
        for (int i = 0; i < copied.tallies().size(); i++) {
            ColumnTally tally = copied.tallies().get(i);
            String name = copied.names().names().get(i);
            ColumnType type = tally.type(copied.rows(), distinctValues.get(i));
            // A constant is stored as words, and one number can be written in several ways.
            long distinct = type == ColumnType.CONSTANT ? Math.min(1, distinctValues.get(i)) : distinctValues.get(i);
            columns.add(new ColumnSchema(name, type, copied.rows() - tally.filled(), distinct));
            if (type == ColumnType.BOOLEAN) {
                booleanWords.put(name, tally.booleanWords());
            }
        }
        boolean decimalComma = copied.tallies().stream().anyMatch(ColumnTally::hasDecimalComma);
        return new DatasetSchema(
                copied.rows(),
                dialect.withDecimalComma(decimalComma),
                columns,
                copied.names().renamed(),
                booleanWords);
    }
}
