package io.thresher.server.searchjob;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.ColumnSchema;
import io.thresher.data.DatasetSchema;
import io.thresher.data.Labelled;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.csv.Numerals;
import io.thresher.data.files.DatasetFiles;
import io.thresher.data.files.SchemaFile;
import io.thresher.data.files.TableReader;
import io.thresher.job.SearchJob;
import io.thresher.metric.Metric;
import io.thresher.metric.Predictions;
import io.thresher.onnx.ModelSignature.Kind;
import io.thresher.onnx.Scorer;
import io.thresher.seed.Seed;
import io.thresher.server.DataFolder;
import io.thresher.trial.PreparedRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Scores what a search delivers, through the exported file, on rows that no trial has seen. */
@ApplicationScoped
class HoldoutScorer {
    private final DataFolder folder;

    HoldoutScorer(DataFolder folder) {
        this.folder = folder;
    }

    /** A score in the metric's own direction, and on how many rows. */
    record HoldoutScore(int rows, double score) {}

    /** The score of a model, or nothing if the job keeps no rows for it. */
    Optional<HoldoutScore> score(SearchJob job, Optional<String> testDataset, Path model) {
        if (testDataset.isPresent()) {
            try (Scorer scorer = Scorer.load(model)) {
                return Optional.of(ofTest(job, testDataset.get(), scorer));
            }
        }
        if (job.data().holdout() == 0) {
            return Optional.empty();
        }
        String dataset = job.data().dataset();
        PreparedRows rows = PreparedRows.read(
                table(dataset), schema(dataset), job.data(), job.objective().task(), new Seed(job.seed()));
        Labelled holdout = rows.holdout();
        try (Scorer scorer = Scorer.load(model)) {
            return Optional.of(
                    score(job.objective().metric(), holdout.target().values(), scorer.predict(holdout.features())));
        }
    }

    private HoldoutScore ofTest(SearchJob job, String dataset, Scorer scorer) {
        DatasetSchema schema = schema(dataset);
        List<String> names = List.copyOf(scorer.signature().inputs().keySet());
        Table features = TableReader.read(table(dataset), schema, names);
        Table typed = new Table(
                features.rows(),
                features.columns().stream().map(column -> typed(column, scorer)).toList());
        double[] truth = truth(job, dataset, schema, scorer.signature().classes());
        int[] known = IntStream.range(0, truth.length)
                .filter(row -> !Double.isNaN(truth[row]))
                .toArray();
        double[] judged = IntStream.of(known).mapToDouble(row -> truth[row]).toArray();
        return score(job.objective().metric(), judged, scorer.predict(typed.take(known)));
    }

    /** The target of every row of a test dataset, NaN where there is none. */
    private double[] truth(SearchJob job, String dataset, DatasetSchema schema, List<String> classes) {
        String target = job.data().target();
        double[] truth = new double[(int) schema.rows()];
        Arrays.fill(truth, Double.NaN);
        if (classes.isEmpty()) {
            Labelled known = TableReader.labelled(
                    table(dataset), schema, target, job.objective().task());
            int[] rows = known.keptRows();
            for (int i = 0; i < rows.length; i++) {
                truth[rows[i]] = known.target().value(i);
            }
            return truth;
        }
        Column column = TableReader.read(table(dataset), schema, List.of(target))
                .columns()
                .get(0);
        CategoryColumn words = words(column);
        for (int row = 0; row < truth.length; row++) {
            int label = classes.indexOf(words.word(row).orElse(""));
            truth[row] = label < 0 ? Double.NaN : label;
        }
        return truth;
    }

    private static Column typed(Column column, Scorer scorer) {
        boolean number = scorer.signature().inputs().get(column.name()) == Kind.NUMBER;
        if (number && column instanceof CategoryColumn words) {
            return numbers(words);
        }
        return number ? column : words(column);
    }

    private static CategoryColumn words(Column column) {
        return column instanceof NumberColumn numbers ? CategoryColumn.ofNumbers(numbers) : (CategoryColumn) column;
    }

    private static NumberColumn numbers(CategoryColumn words) {
        float[] values = new float[words.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = words.word(row)
                    .map(word -> NumberColumn.single(Numerals.parse(word, false)))
                    .orElse(Float.NaN);
        }
        return new NumberColumn(words.name(), values);
    }

    private static HoldoutScore score(Metric metric, double[] truth, Predictions predictions) {
        return new HoldoutScore(truth.length, metric.score(truth, predictions));
    }

    /** What a test dataset lacks to be scored: the target, or columns to learn from. */
    List<String> missing(String testDataset, DatasetSchema trained, String target) {
        DatasetSchema schema = schema(testDataset);
        List<String> missing = new ArrayList<>();
        if (schema.column(target).isEmpty()) {
            missing.add(target);
        }
        trained.features().stream()
                .map(ColumnSchema::name)
                .filter(name -> !name.equals(target) && schema.column(name).isEmpty())
                .forEach(missing::add);
        return missing;
    }

    private Path table(String dataset) {
        return folder.dataset(dataset).resolve(DatasetFiles.TABLE);
    }

    private DatasetSchema schema(String dataset) {
        return SchemaFile.read(folder.dataset(dataset).resolve(DatasetFiles.SCHEMA));
    }
}
