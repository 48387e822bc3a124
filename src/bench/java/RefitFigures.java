import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.thresher.data.Column;
import io.thresher.data.DatasetSchema;
import io.thresher.data.Table;
import io.thresher.data.Task;
import io.thresher.data.csv.PredictionInput;
import io.thresher.data.files.DatasetFiles;
import io.thresher.data.files.IngestLimits;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.split.Validation;
import io.thresher.metric.Predictions;
import io.thresher.model.ModelFamily;
import io.thresher.model.TrainingProgress;
import io.thresher.pipeline.FittedPipeline;
import io.thresher.pipeline.Pipeline;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.trial.CrossValidated;
import io.thresher.trial.CrossValidation;
import io.thresher.trial.DataPlan;
import io.thresher.trial.Measurement;
import io.thresher.trial.Objective;
import io.thresher.trial.PreparedFolds;
import io.thresher.trial.PreparedRows;
import io.thresher.worker.process.Families;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether the model that is delivered should be the average of the folds' members or one that is trained anew on all rows:
 * the test score of both, for a family's defaults, and of one member alone.
 *
 * <pre>
 * java -Xmx3g -cp "target/quarkus-app/app/*:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*" src/bench/java/RefitFigures.java \
 *     ../shared/data/dev credit_g,kc1,vehicle xgboost 2
 * </pre>
 *
 * <p>What is trained anew has no rows left to stop by. It takes the median of the folds' best numbers of steps, and a
 * quarter more, for the quarter of rows that are new to it.
 */
public final class RefitFigures {
    private static final int FOLDS = 5;
    private static final List<Double> STEP_FACTORS = List.of(1.0, 1.25);

    private final Path folder;
    private final Seed seed;
    private final Objective objective;
    private final PreparedRows rows;
    private final Table test;
    private final double[] truth;

    private RefitFigures(Path folder, Seed seed) throws IOException {
        this.folder = folder;
        this.seed = seed;
        JsonNode meta = new ObjectMapper().readTree(folder.resolve("meta.json").toFile());
        Path dataset = Files.createTempDirectory("refit");
        DatasetSchema schema = DatasetFiles.ingest(folder.resolve("train.csv"), dataset, IngestLimits.DEFAULT);
        Task task = Task.valueOf(meta.get("task").asText().toUpperCase(Locale.ROOT));
        String target = schema.names().get(meta.get("target_index").asInt());
        DataPlan plan = new DataPlan(folder.toString(), target, RepairRecipe.NONE, new Validation.KFold(FOLDS), 0);
        PreparedRows read = PreparedRows.read(dataset.resolve(DatasetFiles.TABLE), schema, plan, task, seed);
        Table features = read.search().features();
        for (JsonNode id : meta.get("id_columns")) {
            features = features.without(id.asText());
        }
        this.objective = Objective.of(task);
        this.rows = new PreparedRows(schema, read.search().withFeatures(features), read.holdout(), read.folds());
        List<String> names = features.columns().stream().map(Column::name).toList();
        this.test = new PredictionInput(schema, target, names).read(folder.resolve("test.csv"));
        this.truth = truth(rows.search().target().classes());
    }

    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        Stream.of("ml.dmlc", "org.tribuo", "ai.djl")
                .forEach(name -> Logger.getLogger(name).setLevel(Level.OFF));
        System.out.println(
                "| dataset | family | CV score | one member | average | anew | anew, a quarter more steps |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (String dataset : arguments[1].split(",")) {
            for (String family : arguments[2].split(",")) {
                for (int seed = 0; seed < Integer.parseInt(arguments[3]); seed++) {
                    new RefitFigures(Path.of(arguments[0], dataset), new Seed(11 + seed)).row(family);
                }
            }
        }
    }

    private void row(String name) {
        ModelFamily family = Families.all().family(name).orElseThrow();
        Pipeline pipeline = new Pipeline(RepairRecipe.NONE, family, new Configuration(name, Map.of()));
        PreparedFolds folds =
                new PreparedFolds(rows.search().features(), rows.search().target(), rows.folds(), seed, 256L << 20);
        BestSteps steps = new BestSteps();
        try (CrossValidated trained = new CrossValidation(folds, objective)
                .run(pipeline, seed.fork("trial"), steps::note)
                .orElseThrow()) {
            List<Predictions> ofMembers = trained.members().stream()
                    .map(member -> member.predict(test))
                    .toList();
            double one = ofMembers.stream().mapToDouble(this::score).average().orElseThrow();
            System.out.printf(
                    "| %s | %s | %.5g | %.5g | %.5g | %.5g | %.5g |%n",
                    folder.getFileName(),
                    name,
                    trained.score(),
                    one,
                    score(average(ofMembers)),
                    anew(pipeline, (int) Math.round(STEP_FACTORS.get(0) * steps.median())),
                    anew(pipeline, (int) Math.round(STEP_FACTORS.get(1) * steps.median())));
        }
    }

    /** The test score of one model of all rows, trained for so many steps. */
    private double anew(Pipeline pipeline, int steps) {
        Pipeline.Rows all =
                new Pipeline.Rows(rows.search().features(), rows.search().target());
        TrainingProgress untilThere = (step, training, validation) -> step < steps;
        try (FittedPipeline fitted = pipeline.fit(all, all, seed.fork("anew"), untilThere)) {
            return score(fitted.predict(test));
        }
    }

    private double score(Predictions predictions) {
        return objective.metric().score(truth, predictions);
    }

    private static Predictions average(List<Predictions> members) {
        float[] sums = new float[members.get(0).values().length];
        members.forEach(member -> {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += member.values()[i] / members.size();
            }
        });
        return new Predictions(members.get(0).rows(), members.get(0).width(), sums);
    }

    private double[] truth(List<String> classes) throws IOException {
        return Files.readAllLines(folder.resolve("test_target.csv")).stream()
                .skip(1)
                .map(line -> line.replace("\"", ""))
                .mapToDouble(word -> classes.isEmpty() ? Double.parseDouble(word) : label(classes, word))
                .toArray();
    }

    private static int label(List<String> classes, String word) {
        int found = classes.indexOf(word);
        return found >= 0 ? found : classes.indexOf(word.replace(".0", ""));
    }

    /** The step after which each fold's validation loss was lowest. */
    private static final class BestSteps {
        private final double[] losses = new double[FOLDS];
        private final int[] steps = new int[FOLDS];

        BestSteps() {
            Arrays.fill(losses, Double.POSITIVE_INFINITY);
            Arrays.fill(steps, 1);
        }

        boolean note(Measurement measurement) {
            if (measurement.validationLoss() < losses[measurement.fold()]) {
                losses[measurement.fold()] = measurement.validationLoss();
                steps[measurement.fold()] = measurement.step();
            }
            return true;
        }

        int median() {
            return IntStream.of(steps).sorted().toArray()[FOLDS / 2];
        }
    }
}
