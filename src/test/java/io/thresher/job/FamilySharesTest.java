package io.thresher.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.thresher.data.Labelled;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.data.Task;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.split.Validation;
import io.thresher.metric.Metric;
import io.thresher.metric.Predictions;
import io.thresher.metric.PredictionsFile;
import io.thresher.search.Observation;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.SearchSpaceYaml;
import io.thresher.trial.DataPlan;
import io.thresher.trial.Objective;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FamilySharesTest {
    private static final int ROWS = 3_000;

    @TempDir
    private Path folder;

    private final double[] truth = noise("truth", 1);
    private final List<IOException> troubles = new ArrayList<>();

    @Test
    void who_errs_elsewhere_has_a_share_without_being_the_best() throws IOException {
        double[] shared = noise("trees", 0.5);
        List<Observation> history = List.of(
                trial(0, "trees", sum(truth, shared)),
                trial(1, "trees", sum(truth, shared, noise("slightly", 0.05))),
                trial(2, "nets", sum(truth, noise("net", 0.6))),
                trial(3, "constant", new double[ROWS]));

        Map<String, Double> shares = shares().byFamily(history);

        assertThat(shares.get("nets")).isBetween(0.25, 0.55);
        assertThat(shares.get("trees")).isBetween(0.45, 0.75);
        assertThat(shares.values().stream().mapToDouble(share -> share).sum()).isCloseTo(1, within(1e-9));
    }

    @Test
    void the_same_trials_give_the_same_shares_whatever_was_asked_before() throws IOException {
        List<Observation> history = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            history.add(trial(number, "family" + number % 3, sum(truth, noise("trial" + number, 0.3 + number % 7))));
        }
        FamilyShares asked = shares();
        List<Map<String, Double>> inTurn = new ArrayList<>();
        for (int known = 0; known <= history.size(); known++) {
            inTurn.add(asked.byFamily(history.subList(0, known)));
        }

        for (int known = history.size(); known >= 0; known -= 5) {
            assertThat(shares().byFamily(history.subList(0, known))).isEqualTo(inTurn.get(known));
            assertThat(asked.byFamily(history.subList(0, known))).isEqualTo(inTurn.get(known));
        }
        assertThat(inTurn.get(2)).isEmpty();
        assertThat(inTurn.get(40)).isNotEqualTo(inTurn.get(4));
    }

    @Test
    void what_cannot_be_a_member_has_none() throws IOException {
        Observation tooLarge = trial(0, "large", sum(truth, noise("a", 0.1)), false, 0.7);
        Observation stopped = trial(1, "stopped", sum(truth, noise("b", 0.1)), true, 0);
        Observation failed = Observation.failed(2, configuration("failing"), 1);
        List<Observation> history = List.of(
                tooLarge,
                stopped,
                failed,
                trial(3, "fine", sum(truth, noise("c", 0.5))),
                trial(4, "fine", sum(truth, noise("d", 0.5))),
                trial(5, "fine", sum(truth, noise("e", 0.5))));

        assertThat(shares().byFamily(history)).containsOnlyKeys("fine");
    }

    @Test
    void without_its_predictions_nothing_is_known_and_somebody_is_told() throws IOException {
        List<Observation> history =
                List.of(trial(0, "one", truth), trial(1, "one", truth), trial(2, "two", sum(truth, noise("a", 0.5))));
        Files.delete(folder.resolve("0"));

        assertThat(shares().byFamily(history)).isEmpty();
        assertThat(troubles).hasSize(1);
    }

    private FamilyShares shares() {
        SearchJob job = new SearchJob(
                "job",
                new DataPlan("dataset", "y", RepairRecipe.NONE, new Validation.KFold(5), 0),
                new Objective(Task.REGRESSION, Metric.RMSE),
                new Budget(Optional.empty(), Optional.of(9)),
                SearchSpaceYaml.parse("test", "families:\n  linear: {}\n"),
                1,
                1);
        return new FamilyShares(job, new Written(), troubles::add);
    }

    private Observation trial(int number, String family, double[] predicted) throws IOException {
        return trial(number, family, predicted, false, 0);
    }

    private Observation trial(int number, String family, double[] predicted, boolean stopped, double excess)
            throws IOException {
        float[] values = new float[ROWS];
        double squares = 0;
        for (int row = 0; row < ROWS; row++) {
            values[row] = (float) predicted[row];
            squares += (predicted[row] - truth[row]) * (predicted[row] - truth[row]);
        }
        PredictionsFile.write(new Predictions(ROWS, 1, values), folder.resolve(Integer.toString(number)));
        double loss = Math.sqrt(squares / ROWS);
        return new Observation(
                number, configuration(family), OptionalDouble.of(loss), List.of(), List.of(), stopped, 1, excess);
    }

    private static Configuration configuration(String family) {
        return new Configuration(family, Map.of());
    }

    private static double[] noise(String name, double size) {
        SplittableRandom random = new Seed(3).fork(name).random();
        return random.doubles(ROWS).map(value -> size * (2 * value - 1)).toArray();
    }

    private static double[] sum(double[]... parts) {
        double[] sum = new double[ROWS];
        for (double[] part : parts) {
            for (int row = 0; row < ROWS; row++) {
                sum[row] += part[row];
            }
        }
        return sum;
    }

    private final class Written implements TrialFiles {
        @Override
        public Path model(String job, int trial) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Path outOfFold(String job, int trial) {
            return folder.resolve(Integer.toString(trial));
        }

        @Override
        public Path checked(String job, int trial) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Labelled rows(SearchJob job) {
            return new Labelled(
                    new Table(ROWS, List.of(new NumberColumn("x", new float[ROWS]))),
                    Target.ofNumbers(truth),
                    new int[ROWS]);
        }
    }
}
