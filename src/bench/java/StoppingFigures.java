import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.thresher.data.DatasetSchema;
import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.data.Task;
import io.thresher.data.files.DatasetFiles;
import io.thresher.data.files.IngestLimits;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.split.Validation;
import io.thresher.metric.Predictions;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.FittedModel;
import io.thresher.model.ModelFamily;
import io.thresher.model.TrainingFailure;
import io.thresher.model.TrainingProgress;
import io.thresher.model.TrainingSet;
import io.thresher.pipeline.Pipeline;
import io.thresher.pipeline.PreparedFold;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.FamilySpace;
import io.thresher.space.SearchSpaceYaml;
import io.thresher.trial.DataPlan;
import io.thresher.trial.Objective;
import io.thresher.trial.PreparedRows;
import io.thresher.worker.process.Families;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How much better a model looks on the rows that decided when its training stopped than on rows that decided nothing.
 *
 * <pre>
 * java -Xmx3g -cp "target/quarkus-app/app/*:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*" src/bench/java/StoppingFigures.java \
 *     ../shared/data/dev credit_g,kc1,vehicle factorisation,xgboost,neural 20
 * </pre>
 *
 * <p>The rows of {@code train.csv} are cut at random into three fifths that are trained on and two fifths that take turns:
 * one decides when to stop, the other one only judges. So the same rows judge models of the same configuration as rows that
 * decided and as rows that did not, and the difference is what deciding flatters. Configurations are the default of
 * {@code search-spaces/default.yaml} at first, then drawn at random, a new one with each cut.
 */
public final class StoppingFigures {
    private StoppingFigures() {}

    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        Stream.of("ml.dmlc", "org.tribuo", "ai.djl")
                .forEach(name -> Logger.getLogger(name).setLevel(Level.OFF));
        Path space = Path.of("search-spaces/default.yaml");
        System.out.println(
                "| dataset, metric | family | cuts | rows that decided | that did not | flattered by, standard error |");
        System.out.println("|---|---|---|---|---|---|");
        for (String dataset : arguments[1].split(",")) {
            Cuts cuts = new Cuts(Path.of(arguments[0], dataset));
            for (FamilySpace family : SearchSpaceYaml.parse(space.toString(), Files.readString(space))
                    .families()) {
                if (Stream.of(arguments[2].split(",")).anyMatch(family.family()::equals)) {
                    cuts.row(dataset, family, Integer.parseInt(arguments[3]));
                }
            }
        }
    }

    /** One dataset, cut anew for each configuration. */
    private static final class Cuts {
        private final Table features;
        private final Target target;
        private final Objective objective;

        Cuts(Path folder) throws IOException {
            JsonNode meta =
                    new ObjectMapper().readTree(folder.resolve("meta.json").toFile());
            Path dataset = Files.createTempDirectory("stopping");
            DatasetSchema schema = DatasetFiles.ingest(folder.resolve("train.csv"), dataset, IngestLimits.DEFAULT);
            Task task = Task.valueOf(meta.get("task").asText().toUpperCase(Locale.ROOT));
            String name = schema.names().get(meta.get("target_index").asInt());
            DataPlan plan = new DataPlan(folder.toString(), name, RepairRecipe.NONE, new Validation.KFold(5), 0);
            PreparedRows read = PreparedRows.read(dataset.resolve(DatasetFiles.TABLE), schema, plan, task, new Seed(1));
            Table kept = read.search().features();
            for (JsonNode id : meta.get("id_columns")) {
                kept = kept.without(id.asText());
            }
            features = kept;
            target = read.search().target();
            objective = Objective.of(task);
        }

        void row(String dataset, FamilySpace space, int cuts) {
            double decided = 0;
            double judged = 0;
            double squares = 0;
            int done = 0;
            for (int cut = 0; cut < cuts; cut++) {
                Seed seed = new Seed(31 + cut);
                Configuration configuration = cut == 0
                        ? space.defaults()
                        : space.sample(seed.fork("configuration").random());
                double[] scores;
                try {
                    scores = scores(space.family(), configuration, seed);
                } catch (TrainingFailure e) {
                    continue;
                }
                double flattered = scores[1] - scores[0];
                decided += scores[0];
                judged += scores[1];
                squares += flattered * flattered;
                done++;
            }
            double mean = (judged - decided) / done;
            System.out.printf(
                    "| %s, %s | %s | %d | %.5g | %.5g | %.4g, %.4g |%n",
                    dataset,
                    objective.metric().word(),
                    space.family(),
                    done,
                    decided / done,
                    judged / done,
                    mean,
                    Math.sqrt((squares / done - mean * mean) / Math.max(1, done - 1)));
        }

        /** The score on rows that decided and on rows that did not, each the mean over both halves. */
        private double[] scores(String name, Configuration configuration, Seed seed) {
            int[] order = order(seed);
            int training = order.length * 3 / 5;
            int half = (order.length + training) / 2;
            ModelFamily family = Families.all().family(name).orElseThrow();
            Pipeline pipeline = new Pipeline(RepairRecipe.NONE, family, configuration);
            int[] left =
                    IntStream.range(training, order.length).map(i -> order[i]).toArray();
            try (PreparedFold fold = pipeline.prepare(
                    rows(IntStream.range(0, training).map(i -> order[i]).toArray()), rows(left), seed)) {
                Half first = new Half(fold.rows(), 0, half - training);
                Half second = new Half(fold.rows(), half - training, left.length);
                double[] scores = new double[2];
                fit(family, configuration, fold.rows(), first, second, seed, scores);
                fit(family, configuration, fold.rows(), second, first, seed, scores);
                return scores;
            }
        }

        private void fit(
                ModelFamily family,
                Configuration configuration,
                TrainingSet rows,
                Half deciding,
                Half judging,
                Seed seed,
                double[] scores) {
            TrainingProgress toTheEnd = (step, training, validation) -> true;
            TrainingSet set = new TrainingSet(rows.features(), rows.target(), deciding.features, deciding.target);
            try (set;
                    FittedModel model = family.fit(set, configuration, seed, toTheEnd)) {
                scores[0] += score(model, deciding) / 2;
                scores[1] += score(model, judging) / 2;
            }
        }

        private double score(FittedModel model, Half half) {
            Predictions predictions = model.predict(half.features);
            return objective.metric().score(half.target.values(), predictions);
        }

        private Pipeline.Rows rows(int[] rows) {
            return new Pipeline.Rows(features.take(rows), target.take(rows));
        }

        private int[] order(Seed seed) {
            int[] order = IntStream.range(0, target.rows()).toArray();
            SplittableRandom random = seed.fork("cut").random();
            for (int last = order.length - 1; last > 0; last--) {
                int other = random.nextInt(last + 1);
                int row = order[other];
                order[other] = order[last];
                order[last] = row;
            }
            return order;
        }
    }

    /** Some of the rows that were left out. */
    private static final class Half {
        private final FeatureMatrix features;
        private final Target target;

        Half(TrainingSet rows, int from, int to) {
            FeatureMatrix all = rows.validationFeatures();
            float[] values = new float[(to - from) * all.columns()];
            for (int row = from; row < to; row++) {
                System.arraycopy(all.row(row), 0, values, (row - from) * all.columns(), all.columns());
            }
            features = FeatureMatrix.of(all.features(), to - from, values);
            target = rows.validationTarget().take(IntStream.range(from, to).toArray());
        }
    }
}
