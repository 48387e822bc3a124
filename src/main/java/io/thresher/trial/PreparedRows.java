package io.thresher.trial;

import io.thresher.data.ColumnSchema;
import io.thresher.data.DatasetSchema;
import io.thresher.data.Labelled;
import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.data.Task;
import io.thresher.data.files.TableReader;
import io.thresher.data.split.Folds;
import io.thresher.data.split.RowKeys;
import io.thresher.data.split.Split;
import io.thresher.data.split.Splitter;
import io.thresher.data.split.TimeKeys;
import io.thresher.data.split.Validation;
import io.thresher.seed.Seed;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a dataset as a {@link DataPlan} deals them out. The same plan and seed give the same rows everywhere.
 *
 * @param schema how the rows were read
 * @param search rows that the search may use, features as a model takes them
 * @param holdout rows kept from the search; none if the plan keeps none
 * @param folds of the rows of {@code search}
 */
public record PreparedRows(DatasetSchema schema, Labelled search, Labelled holdout, Folds folds) {

    /**
     * Reads and deals out.
     *
     * @throws IllegalArgumentException if the rows cannot be dealt out as the plan wants
     * @throws java.io.UncheckedIOException if the table cannot be read
     */
    public static PreparedRows read(Path table, DatasetSchema schema, DataPlan plan, Task task, Seed seed) {
        Labelled all = inputs(TableReader.labelled(table, schema, plan.target(), task), plan);
        RowKeys keys = keys(table, schema, plan.validation()).take(all.keptRows());
        Labelled search = all;
        Labelled holdout = all.take(new int[0]);
        if (plan.holdout() > 0) {
            Split split = new Splitter(plan.validation(), all.target(), keys, seed).holdout(plan.holdout());
            search = all.take(split.trainingRows());
            holdout = all.take(split.validationRows());
            keys = keys.take(split.trainingRows());
        }
        Table features = search.features();
        Target target = search.target();
        Folds folds = new Splitter(plan.validation(), target, keys, seed)
                .folds()
                .narrowed(rows -> plan.repairs().learnable(features, target, rows));
        return new PreparedRows(schema, search, holdout, folds);
    }

    /** Features as models take them: repaired, and without a column that only says how rows belong together. */
    public static Labelled inputs(Labelled rows, DataPlan plan) {
        Table features = plan.repairs().inputs(rows.features());
        Optional<String> key = plan.validation() instanceof Validation.Time
                ? Optional.empty()
                : plan.validation().byColumn();
        return rows.withFeatures(key.map(features::without).orElse(features));
    }

    private static RowKeys keys(Path table, DatasetSchema schema, Validation validation) {
        Optional<String> name = validation.byColumn();
        if (name.isEmpty()) {
            return RowKeys.none();
        }
        ColumnSchema column = schema.column(name.get())
                .orElseThrow(() -> new IllegalArgumentException("there is no column '%s'".formatted(name.get())));
        if (validation instanceof Validation.Time && column.type().isNumeric()) {
            Labelled known = TableReader.labelled(table, schema, column.name(), Task.REGRESSION);
            return TimeKeys.ofNumbers(known.target(), known.keptRows(), (int) schema.rows());
        }
        Table read = TableReader.read(table, schema, List.of(column.name()));
        return validation instanceof Validation.Time
                ? TimeKeys.ofWords(read.columns().get(0), column.dateFormat())
                : RowKeys.ofValues(read.columns().get(0));
    }
}
