import io.thresher.data.Column;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.data.Task;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.split.Folds;
import io.thresher.data.split.RowKeys;
import io.thresher.data.split.Splitter;
import io.thresher.data.split.Validation;
import io.thresher.metric.Metric;
import io.thresher.model.FeatureDemand;
import io.thresher.model.FittedModel;
import io.thresher.model.ModelFamily;
import io.thresher.model.TrainingFailure;
import io.thresher.model.TrainingProgress;
import io.thresher.model.TrainingSet;
import io.thresher.model.baseline.BaselineFamily;
import io.thresher.pipeline.Pipeline;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.Domain;
import io.thresher.trial.CrossValidated;
import io.thresher.trial.CrossValidation;
import io.thresher.trial.Objective;
import io.thresher.trial.PreparedFolds;
import io.thresher.worker.process.Families;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * What trials cost on wide tables of sparse counts: CPU seconds of the one thread that prepares 3 folds and trains the
 * family's default on them.
 *
 * <pre>
 * java -Xmx2g -cp "target/quarkus-app/app/*:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*" src/bench/java/WideFigures.java \
 *     [rows] [columns] [family,…]
 * </pre>
 *
 * <p>Counts are like those of words in texts: the c-th column is there in a share of rows that falls with c, 2 % of values
 * are not 0. Twenty columns tell of the class.
 */
public final class WideFigures {
    private static final Seed SEED = new Seed(3);
    private static final Objective OBJECTIVE = new Objective(Task.BINARY, Metric.ROC_AUC);

    private WideFigures() {}

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        Stream.of("ml.dmlc", "org.tribuo", "ai.djl")
                .forEach(name -> Logger.getLogger(name).setLevel(Level.OFF));
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1500;
        int columns = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 856;
        List<String> families = arguments.length > 2
                ? List.of(arguments[2].split(","))
                : Families.all().families().stream().map(ModelFamily::name).toList();
        Labelled table = generate(rows, columns);
        Folds folds = new Splitter(new Validation.KFold(3), table.target(), RowKeys.none(), SEED).folds();
        System.out.printf(
                "| %,d × %d sparse counts | preparation, CPU s | training and predicting, CPU s | AUC |%n",
                rows, columns);
        System.out.println("|---|---|---|---|");
        for (String name : families) {
            ModelFamily family = Families.all().family(name).orElseThrow();
            trial(table, folds, family, 2);
        }
    }

    private record Labelled(Table features, Target target) {}

    /** The last of {@code runs}: the first ones load and compile code. */
    private static void trial(Labelled table, Folds folds, ModelFamily family, int runs) {
        double preparation = 0;
        double training = 0;
        double score = Double.NaN;
        String trouble = "";
        for (int run = 0; run < runs; run++) {
            PreparedFolds prepared = new PreparedFolds(table.features(), table.target(), folds, SEED, 512L << 20);
            Pipeline pipeline = new Pipeline(RepairRecipe.NONE, family, new Configuration(family.name(), Map.of()));
            double start = cpu();
            new CrossValidation(prepared, OBJECTIVE)
                    .run(
                            new Pipeline(RepairRecipe.NONE, new Untrained(family), pipeline.configuration()),
                            SEED,
                            measurement -> true);
            double middle = cpu();
            try (CrossValidated trained = new CrossValidation(prepared, OBJECTIVE)
                    .run(pipeline, SEED, measurement -> true)
                    .orElseThrow()) {
                score = trained.score();
            } catch (TrainingFailure e) {
                trouble = e.getMessage();
            }
            preparation = middle - start;
            training = cpu() - middle;
        }
        System.out.printf("| %s | %.2f | %.2f | %.4f %s |%n", family.name(), preparation, training, score, trouble);
    }

    /** Asks for what another family asks for and learns nothing: what remains is preparation. */
    private record Untrained(ModelFamily family) implements ModelFamily {
        @Override
        public String name() {
            return family.name();
        }

        @Override
        public Map<String, Domain> parameters() {
            return family.parameters();
        }

        @Override
        public FeatureDemand demand() {
            return family.demand();
        }

        @Override
        public FeatureDemand demand(Configuration configuration) {
            return family.demand(configuration);
        }

        @Override
        public FittedModel fit(TrainingSet rows, Configuration configuration, Seed seed, TrainingProgress progress) {
            return new BaselineFamily().fit(rows, configuration, seed, TrainingProgress.UNOBSERVED);
        }
    }

    private static Labelled generate(int rows, int columns) {
        SplittableRandom random = new SplittableRandom(1);
        float[][] counts = new float[columns][rows];
        double[] labels = new double[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = random.nextInt(2);
            for (int column = 0; column < columns; column++) {
                boolean telling = column % Math.max(1, columns / 20) == 0;
                double share = Math.min(0.5, 0.02 * columns / (8.0 * (1 + column)) + 0.01);
                double present = telling && labels[row] == 1 ? 1.6 * share : share;
                if (random.nextDouble() < present) {
                    counts[column][row] = 1 + random.nextInt(3);
                }
            }
        }
        List<Column> all = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            all.add(new NumberColumn("word " + column, counts[column]));
        }
        return new Labelled(new Table(rows, all), Target.ofClasses(List.of("n", "y"), labels));
    }

    private static double cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }
}
