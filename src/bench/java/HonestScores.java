import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.data.Task;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.split.RowKeys;
import io.thresher.data.split.Splitter;
import io.thresher.data.split.Validation;
import io.thresher.ensemble.Candidate;
import io.thresher.ensemble.Choice;
import io.thresher.ensemble.EnsembleLimits;
import io.thresher.ensemble.EnsembleSearch;
import io.thresher.ensemble.HonestScore;
import io.thresher.ensemble.Load;
import io.thresher.ensemble.Member;
import io.thresher.metric.Metric;
import io.thresher.metric.Predictions;
import io.thresher.model.ModelFamily;
import io.thresher.model.forest.ExtraTreesFamily;
import io.thresher.model.forest.RandomForestFamily;
import io.thresher.model.tribuo.LinearFamily;
import io.thresher.pipeline.FittedPipeline;
import io.thresher.pipeline.Pipeline;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.trial.CrossValidated;
import io.thresher.trial.CrossValidation;
import io.thresher.trial.Objective;
import io.thresher.trial.PreparedFolds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Whether corrected scores hold: many small jobs on generated rows whose truth is known from thousands of further rows.
 *
 * <pre>java -cp … src/bench/java/HonestScores.java simulated|trained [jobs, 200] [seed, 1] [metric …]</pre>
 *
 * <p>{@code simulated}: candidates are fixed functions of the rows, 60 a job, in groups that err alike. {@code trained}:
 * candidates are linear models and small forests, cross-validated in five folds; the truth is that of the delivered model,
 * the average of its fold members. Printed for each metric: how often the 95 % interval covers the truth, and the bias of
 * the plain and of the corrected score in standard errors (standard deviation over jobs of estimate − truth).
 */
public final class HonestScores {
    private static final int TEST_ROWS = 8000;
    private static final EnsembleLimits LIMITS = EnsembleLimits.of(Long.MAX_VALUE);

    private record Outcome(double truth, double plain, HonestScore honest, int members) {}

    private record Job(List<Predictions> outOfFold, Target rows, List<Predictions> test, Target testRows) {}

    public static void main(String[] arguments) {
        boolean trained = arguments.length > 0 && arguments[0].equals("trained");
        int jobs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
        Seed seed = new Seed(arguments.length > 2 ? Long.parseLong(arguments[2]) : 1);
        System.out.println("metric    jobs  covered  width/se  plain bias  corrected bias  (in se)  members");
        List<Metric> metrics = arguments.length > 3
                ? List.of(arguments).subList(3, arguments.length).stream()
                        .map(word -> Metric.ofWord(word).orElseThrow())
                        .toList()
                : List.of(Metric.ROC_AUC, Metric.LOG_LOSS, Metric.RMSE);
        for (Metric metric : metrics) {
            List<Outcome> outcomes = IntStream.range(0, jobs)
                    .mapToObj(number -> {
                        Seed of = seed.fork(metric.word(), number);
                        return outcome(metric, trained ? trained(metric, of) : simulated(metric, of), of);
                    })
                    .toList();
            print(metric, outcomes);
        }
    }

    private static Outcome outcome(Metric metric, Job job, Seed seed) {
        EnsembleSearch search = new EnsembleSearch(metric, job.rows(), seed.fork("ensemble"));
        IntStream.range(0, job.outOfFold().size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        number -> search.loss(job.outOfFold().get(number))))
                .forEach(number ->
                        search.add(new Candidate(number, job.outOfFold().get(number), Load.ofBytes(1), true)));
        Choice choice = search.choose(LIMITS, () -> true);
        Predictions chosen = average(choice.members(), job.outOfFold());
        Predictions tested = average(choice.members(), job.test());
        return new Outcome(
                metric.score(job.testRows().values(), tested),
                metric.score(job.rows().values(), chosen),
                HonestScore.of(metric, job.rows(), chosen, choice.optimism()),
                choice.members().size());
    }

    private static Predictions average(List<Member> members, List<Predictions> of) {
        Predictions first = of.get(0);
        float[] sums = new float[first.rows() * first.width()];
        for (Member member : members) {
            float[] values = of.get(member.number()).values();
            for (int i = 0; i < sums.length; i++) {
                sums[i] += (float) (member.weight() * values[i]);
            }
        }
        return new Predictions(first.rows(), first.width(), sums);
    }

    private static void print(Metric metric, List<Outcome> outcomes) {
        double[] plain = outcomes.stream()
                .mapToDouble(job -> metric.loss(job.plain()) - metric.loss(job.truth()))
                .toArray();
        double[] honest = outcomes.stream()
                .mapToDouble(job -> metric.loss(job.honest().estimate()) - metric.loss(job.truth()))
                .toArray();
        double error = deviation(honest);
        System.out.printf(
                "%-9s %4d   %5.1f %%   %6.2f     %+8.3f      %+8.3f                %.1f%n",
                metric.word(),
                outcomes.size(),
                100
                        * outcomes.stream()
                                .mapToInt(job -> job.honest().low() <= job.truth()
                                                && job.truth() <= job.honest().high()
                                        ? 1
                                        : 0)
                                .average()
                                .orElseThrow(),
                outcomes.stream()
                                .mapToDouble(job ->
                                        job.honest().high() - job.honest().low())
                                .average()
                                .orElseThrow()
                        / error,
                mean(plain) / error,
                mean(honest) / error,
                outcomes.stream().mapToInt(Outcome::members).average().orElseThrow());
    }

    private static double mean(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(IntStream.range(0, values.length)
                .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
                .average()
                .orElseThrow());
    }

    /** Groups of candidates that share an error, each with one of its own on top; 100 to 700 rows. */
    private static Job simulated(Metric metric, Seed seed) {
        SplittableRandom random = seed.random();
        int rows = 100 + random.nextInt(600);
        int all = rows + TEST_ROWS;
        double[] signal = new double[all];
        double[] truth = new double[all];
        for (int row = 0; row < all; row++) {
            signal[row] = 1.5 * random.nextGaussian();
            truth[row] = metric.judgesClasses()
                    ? random.nextDouble() < 1 / (1 + Math.exp(-signal[row])) ? 1 : 0
                    : signal[row] + random.nextGaussian();
        }
        List<Predictions> predictions = new ArrayList<>();
        for (int group = 0; group < 6; group++) {
            double[] shared = new double[all];
            double size = 0.4 + 0.6 * random.nextDouble();
            for (int row = 0; row < all; row++) {
                shared[row] = size * random.nextGaussian();
            }
            for (int member = 0; member < 10; member++) {
                double own = 0.2 + 0.4 * random.nextDouble();
                double[] values = new double[all];
                for (int row = 0; row < all; row++) {
                    values[row] = signal[row] + shared[row] + own * random.nextGaussian();
                }
                predictions.add(predictions(metric, values));
            }
        }
        int[] known = IntStream.range(0, rows).toArray();
        int[] unknown = IntStream.range(rows, all).toArray();
        Target target = target(metric, truth);
        return new Job(
                predictions.stream().map(each -> each.take(known)).toList(),
                target.take(known),
                predictions.stream().map(each -> each.take(unknown)).toList(),
                target.take(unknown));
    }

    private static Predictions predictions(Metric metric, double[] values) {
        if (!metric.judgesClasses()) {
            float[] numbers = new float[values.length];
            for (int row = 0; row < values.length; row++) {
                numbers[row] = (float) values[row];
            }
            return new Predictions(values.length, 1, numbers);
        }
        float[] probabilities = new float[2 * values.length];
        for (int row = 0; row < values.length; row++) {
            probabilities[2 * row + 1] = (float) (1 / (1 + Math.exp(-values[row])));
            probabilities[2 * row] = 1 - probabilities[2 * row + 1];
        }
        return new Predictions(values.length, 2, probabilities);
    }

    private static Target target(Metric metric, double[] values) {
        return metric.judgesClasses() ? Target.ofClasses(List.of("no", "yes"), values) : Target.ofNumbers(values);
    }

    /** Six columns, of which some matter, some together; 200 to 500 rows. */
    private static Job trained(Metric metric, Seed seed) {
        SplittableRandom random = seed.random();
        int rows = 200 + random.nextInt(300);
        int all = rows + TEST_ROWS;
        float[][] columns = new float[6][all];
        double[] truth = new double[all];
        double[] slopes = random.doubles(6, -1, 1).toArray();
        double together = 2 * random.nextDouble();
        double noise = 0.5 + random.nextDouble();
        for (int row = 0; row < all; row++) {
            double value = 0;
            for (int column = 0; column < 6; column++) {
                columns[column][row] = (float) random.nextGaussian();
                value += slopes[column] * columns[column][row];
            }
            value += together * columns[0][row] * columns[1][row] + noise * random.nextGaussian();
            truth[row] = metric.judgesClasses() ? value > 0 ? 1 : 0 : value;
        }
        Table table = new Table(
                all,
                IntStream.range(0, 6)
                        .<io.thresher.data.Column>mapToObj(i -> new NumberColumn("x" + i, columns[i]))
                        .toList());
        int[] known = IntStream.range(0, rows).toArray();
        int[] unknown = IntStream.range(rows, all).toArray();
        Target target = target(metric, truth);
        Table test = table.take(unknown);
        PreparedFolds folds = new PreparedFolds(
                table.take(known),
                target.take(known),
                new Splitter(new Validation.KFold(5), target.take(known), RowKeys.none(), seed).folds(),
                seed,
                1 << 26);
        CrossValidation validation = new CrossValidation(
                folds, new Objective(metric.judgesClasses() ? Task.BINARY : Task.REGRESSION, metric));
        List<Predictions> outOfFold = new ArrayList<>();
        List<Predictions> tested = new ArrayList<>();
        int number = 0;
        for (Pipeline pipeline : pipelines(random)) {
            try (CrossValidated result = validation
                    .run(pipeline, seed.fork("trial", number++), measurement -> true)
                    .orElseThrow()) {
                outOfFold.add(result.outOfFold());
                tested.add(delivered(result.model(), test));
            }
        }
        return new Job(outOfFold, target.take(known), tested, target.take(unknown));
    }

    private static List<Pipeline> pipelines(SplittableRandom random) {
        List<Pipeline> pipelines = new ArrayList<>();
        for (ModelFamily family : List.of(new LinearFamily(), new RandomForestFamily(), new ExtraTreesFamily())) {
            pipelines.add(new Pipeline(RepairRecipe.NONE, family, new Configuration(family.name(), Map.of())));
        }
        for (int i = 0; i < 6; i++) {
            ModelFamily family = i % 2 == 0 ? new RandomForestFamily() : new ExtraTreesFamily();
            pipelines.add(new Pipeline(
                    RepairRecipe.NONE,
                    family,
                    new Configuration(family.name(), Map.of("trees", 10 + random.nextInt(40)))));
        }
        return pipelines;
    }

    private static Predictions delivered(List<FittedPipeline> members, Table rows) {
        float[] sums = new float[0];
        int width = 1;
        for (FittedPipeline member : members) {
            Predictions predictions = member.predict(rows);
            width = predictions.width();
            float[] values = predictions.values();
            sums = sums.length == 0 ? new float[values.length] : sums;
            for (int i = 0; i < values.length; i++) {
                sums[i] += values[i] / members.size();
            }
        }
        return new Predictions(rows.rows(), width, sums);
    }
}
