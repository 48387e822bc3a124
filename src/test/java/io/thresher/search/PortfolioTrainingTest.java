package io.thresher.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.data.CategoryColumn;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.metric.Metric;
import io.thresher.metric.Predictions;
import io.thresher.model.TrainingProgress;
import io.thresher.pipeline.Pipeline;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.FamilySpace;
import io.thresher.space.SearchSpace;
import io.thresher.space.SearchSpaceYaml;
import io.thresher.worker.process.Families;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An entry that a family refuses would cost every search a trial. */
class PortfolioTrainingTest {
    private static final int ROWS = 240;
    private static final Seed SEED = new Seed(5);

    @Test
    void every_entry_learns_a_clear_table() throws IOException {
        SearchSpace space =
                SearchSpaceYaml.parse("default", Files.readString(Path.of("search-spaces", "default.yaml")));
        for (FamilySpace family : space.families()) {
            for (Configuration entry : Portfolio.shipped().of(family)) {
                double auc = auc(entry);
                assertThat(auc)
                        .as(entry.toString())
                        .isGreaterThan(family.family().equals("baseline") ? 0.49 : 0.8);
            }
        }
    }

    private static double auc(Configuration entry) {
        Pipeline.Rows training = rows("training");
        Pipeline.Rows judging = rows("judging");
        Pipeline pipeline = new Pipeline(
                RepairRecipe.NONE, Families.all().family(entry.family()).orElseThrow(), entry);
        try (var fitted = pipeline.fit(training, judging, SEED, TrainingProgress.UNOBSERVED)) {
            Predictions predictions = fitted.predict(judging.table());
            return Metric.ROC_AUC.score(judging.target().values(), predictions);
        }
    }

    /** Whether a number and a word together are large. */
    private static Pipeline.Rows rows(String name) {
        SplittableRandom random = SEED.fork(name).random();
        float[] numbers = new float[ROWS];
        float[] others = new float[ROWS];
        int[] words = new int[ROWS];
        double[] labels = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            numbers[row] = random.nextInt(20) == 0 ? Float.NaN : (float) random.nextDouble(-1, 1);
            others[row] = (float) random.nextDouble();
            words[row] = random.nextInt(3);
            double known = Float.isNaN(numbers[row]) ? 0 : numbers[row];
            labels[row] = known + words[row] - 1 + random.nextDouble(-0.2, 0.2) > 0 ? 1 : 0;
        }
        Table table = new Table(
                ROWS,
                List.of(
                        new NumberColumn("number", numbers),
                        new NumberColumn("other", others),
                        CategoryColumn.of(
                                "word",
                                IntStream.range(0, ROWS)
                                        .mapToObj(row -> "w" + words[row])
                                        .toList())));
        return new Pipeline.Rows(table, Target.ofClasses(List.of("n", "y"), labels));
    }
}
