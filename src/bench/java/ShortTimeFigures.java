import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.thresher.data.DatasetSchema;
import io.thresher.data.Labelled;
import io.thresher.data.Task;
import io.thresher.data.files.DatasetFiles;
import io.thresher.data.files.IngestLimits;
import io.thresher.data.files.TableReader;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.split.RowKeys;
import io.thresher.data.split.Splitter;
import io.thresher.data.split.Validation;
import io.thresher.metric.Metric;
import io.thresher.model.xgboost.XGBoostFamily;
import io.thresher.pipeline.Pipeline;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.trial.CrossValidated;
import io.thresher.trial.CrossValidation;
import io.thresher.trial.FoldRace;
import io.thresher.trial.Objective;
import io.thresher.trial.PreparedFolds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What boosted trees reach where a trial has less time than its rounds would take: the score of five folds by cross-validation
 * after so many seconds of training in all.
 *
 * <pre>
 * java -cp "target/quarkus-app/app/*:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*" src/bench/java/ShortTimeFigures.java \
 *     ../shared/data/dev bike_hour california_housing wine_quality_white telco_churn
 * </pre>
 *
 * <p>Each learning rate is trained without a limit of time once before, so that code is compiled and rows are prepared.
 */
public final class ShortTimeFigures {
    private static final double[] RATES = {0.1, 0.03};
    private static final double[] SECONDS = {0.5, 1, 2.5, 6, Double.POSITIVE_INFINITY};
    private static final Seed SEED = new Seed(1);

    private ShortTimeFigures() {}

    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        System.out.println(
                "| dataset, learning rate | 0.5 s | 1 s | 2.5 s | 6 s | no limit |\n|---|---|---|---|---|---|");
        for (int i = 1; i < arguments.length; i++) {
            Path folder = Path.of(arguments[0], arguments[i]);
            JsonNode meta =
                    new ObjectMapper().readTree(folder.resolve("meta.json").toFile());
            measure(folder, meta);
        }
    }

    private static void measure(Path folder, JsonNode meta) throws IOException {
        Path dataset = Files.createTempDirectory("thresher-short").resolve("dataset");
        DatasetSchema schema = DatasetFiles.ingest(folder.resolve("train.csv"), dataset, IngestLimits.DEFAULT);
        Task task = Task.valueOf(meta.get("task").asText().toUpperCase(Locale.ROOT));
        Metric metric = Map.of("auc", Metric.ROC_AUC, "logloss", Metric.LOG_LOSS, "rmse", Metric.RMSE)
                .get(meta.get("metric").asText());
        String target = schema.names().get(meta.get("target_index").asInt());
        Labelled rows = TableReader.labelled(dataset.resolve(DatasetFiles.TABLE), schema, target, task);
        PreparedFolds folds = new PreparedFolds(
                rows.features(),
                rows.target(),
                new Splitter(new Validation.KFold(5), rows.target(), RowKeys.none(), SEED).folds(),
                SEED,
                0);
        CrossValidation validation = new CrossValidation(folds, new Objective(task, metric));
        for (double rate : RATES) {
            score(validation, rate, Double.POSITIVE_INFINITY);
            StringBuilder row = new StringBuilder("| %s, %s |".formatted(folder.getFileName(), rate));
            for (double seconds : SECONDS) {
                row.append(" %.4f |".formatted(score(validation, rate, seconds)));
            }
            System.out.println(row);
        }
    }

    private static double score(CrossValidation validation, double rate, double seconds) {
        Configuration configuration = new Configuration("xgboost", Map.of("learningRate", rate));
        Optional<Duration> limit =
                Double.isInfinite(seconds) ? Optional.empty() : Optional.of(Duration.ofMillis((long) (1000 * seconds)));
        Object result = validation.race(
                new Pipeline(RepairRecipe.NONE, new XGBoostFamily(), configuration),
                SEED,
                FoldRace.NONE,
                limit,
                measurement -> true);
        if (result instanceof CrossValidated trained) {
            try (trained) {
                return trained.score();
            }
        }
        return Double.NaN;
    }
}
