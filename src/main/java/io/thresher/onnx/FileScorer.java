package io.thresher.onnx;

import io.thresher.data.DatasetSchema;
import io.thresher.data.Table;
import io.thresher.data.csv.PredictionInput;
import io.thresher.data.files.SchemaFile;
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

    private FileScorer() {}

    /**
     * Writes a prediction for every row of {@code input} to {@code output}, which is there whole or not at all.
     *
     * @param input delimited text: any dialect, any order of columns, further columns allowed
     * @param output CSV, replaced if it is there: class labels and probabilities, or {@code prediction}
     * @return how many rows were predicted
     * @throws InvalidModel if {@code model} is no model that Thresher exported
     * @throws io.thresher.data.MissingColumns if needed columns are not there
     * @throws io.thresher.data.UnreadableDataset if {@code input} cannot be read as a table
     * @throws java.io.UncheckedIOException if reading fails
     * @throws IOException if {@code output} cannot be written
     */
    public static int score(Path model, Path input, Path output) throws IOException {
        try (Scorer scorer = Scorer.load(model)) {
            ModelSignature signature = scorer.signature();
            PredictionInput reader = new PredictionInput(
                    schema(scorer),
                    fact(scorer, TARGET),
                    List.copyOf(signature.inputs().keySet()));
            Table rows = reader.read(input);
            Path fresh = output.resolveSibling("." + output.getFileName() + ".part");
            try {
                try (Writer out = Files.newBufferedWriter(fresh)) {
                    PredictionCsv.write(signature.classes(), scorer.predict(rows), out);
                }
                Files.move(fresh, output, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
            return rows.rows();
        }
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
