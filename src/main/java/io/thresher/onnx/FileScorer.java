package io.thresher.onnx;

import io.thresher.data.DatasetSchema;
import io.thresher.data.csv.PredictionInput;
import io.thresher.data.csv.UnreadNumber;
import io.thresher.data.files.SchemaFile;
import io.thresher.metric.Predictions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Predicts the rows of a file with a model file, which tells how its training data was read; nothing else is needed. */
public final class FileScorer {
    /** Metadata key of the schema the model was trained on, as JSON. */
    public static final String SCHEMA = "thresher.schema";

    /** Metadata key of the column that is predicted. */
    public static final String TARGET = "thresher.target";

    /** Values in memory at a time: a few dozen megabytes of words. */
    private static final int VALUES_AT_ONCE = 1 << 20;
    /** Rows in memory at a time, so that narrow tables are read in more than a few parts, too. */
    private static final int ROWS_AT_ONCE = 1 << 15;

    private FileScorer() {}

    /**
     * Writes a prediction for every row of {@code input} to {@code output}, which is there whole or not at all.
     * Memory does not grow with the number of rows.
     *
     * @param input delimited text: any dialect, any order of columns, further columns allowed
     * @param output CSV, replaced if it is there: class labels and probabilities, or {@code prediction}
     * @param unread is told of what should be a number and is none
     * @return how many rows were predicted
     * @throws InvalidModel if {@code model} is no model that Thresher exported
     * @throws io.thresher.data.MissingColumns if needed columns are not there
     * @throws io.thresher.data.UnreadableDataset if {@code input} cannot be read as a table
     * @throws java.io.UncheckedIOException if reading fails
     * @throws IOException if {@code output} cannot be written
     */
    public static long score(Path model, Path input, Path output, UnreadNumber unread) throws IOException {
        try (Scorer scorer = Scorer.load(model)) {
            ModelSignature signature = scorer.signature();
            PredictionInput reader = new PredictionInput(
                    schema(scorer),
                    fact(scorer, TARGET),
                    List.copyOf(signature.inputs().keySet()),
                    unread);
            Path fresh = output.resolveSibling("." + output.getFileName() + ".part");
            try {
                long rows;
                try (Writer out = Files.newBufferedWriter(fresh)) {
                    PredictionCsv.writeHeader(signature.classes(), out);
                    rows = reader.read(input, rowsAtOnce(signature), part -> write(scorer.predict(part), out));
                } catch (Unwritable e) {
                    throw e.reason;
                }
                Files.move(fresh, output, StandardCopyOption.REPLACE_EXISTING);
                return rows;
            } finally {
                Files.deleteIfExists(fresh);
            }
        }
    }

    private static void write(Predictions predictions, Writer out) {
        try {
            PredictionCsv.writeRows(predictions, out);
        } catch (IOException e) {
            throw new Unwritable(e);
        }
    }

    /** Takes a failure to write past the reader of the input, lest it be taken for one to read. */
    private static final class Unwritable extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final IOException reason;

        Unwritable(IOException reason) {
            super(reason);
            this.reason = reason;
        }
    }

    private static int rowsAtOnce(ModelSignature signature) {
        return Math.max(
                1,
                Math.min(
                        ROWS_AT_ONCE,
                        VALUES_AT_ONCE / Math.max(1, signature.inputs().size())));
    }

    private static DatasetSchema schema(Scorer scorer) {
        try {
            return SchemaFile.parse(fact(scorer, SCHEMA));
        } catch (UncheckedIOException e) {
            throw new InvalidModel("the model tells its %s in a way that is not understood".formatted(SCHEMA), e);
        }
    }

    private static String fact(Scorer scorer, String name) {
        return scorer.fact(name)
                .orElseThrow(() -> new InvalidModel(
                        "the model does not tell its %s: it was exported by an older Thresher".formatted(name)));
    }
}
