package io.thresher.model.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.thresher.data.Target;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.FittedModel;
import io.thresher.model.TrainingFailure;
import io.thresher.model.TrainingProgress;
import io.thresher.model.TrainingSet;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class NeighboursModelTest {
    private static final List<String> CLASSES = List.of("no", "yes");

    @Test
    void weights_fall_to_nothing_at_the_first_row_that_does_not_count() {
        // Distances 1, 2 and 4 from 0: weights 15/16, 12/16 and 0.
        FeatureMatrix known = column(1, -2, 4);
        FittedModel model = model(known, new double[] {1, 0, 0}, 2);

        float yes = model.predict(column(0)).value(0, 1);

        assertThat(yes).isCloseTo(15f / 27, within(1e-3f));
    }

    @Test
    void equal_rows_all_count_alike() {
        FeatureMatrix known = column(3, 3, 3, 3, 3, 3, 3, 3, 9, 9);
        FittedModel model = model(known, new double[] {1, 1, 0, 0, 1, 1, 1, 1, 0, 0}, 2);

        assertThat(model.predict(column(3)).value(0, 1)).isCloseTo(0.75f, within(1e-3f));
    }

    @Test
    void a_row_out_of_sight_of_all_others_gets_their_mean() {
        FittedModel model = model(column(1, 2, 3, 4), new double[] {1, 0, 0, 0}, 2);

        assertThat(model.predict(column(1e30f)).value(0, 1)).isCloseTo(0.25f, within(1e-3f));
    }

    @Test
    void irrelevant_features_hardly_count_in_distances() {
        SplittableRandom random = new SplittableRandom(1);
        float[] values = new float[2 * 500];
        double[] labels = new double[500];
        for (int row = 0; row < labels.length; row++) {
            values[2 * row] = (float) random.nextDouble();
            values[2 * row + 1] = (float) random.nextDouble();
            labels[row] = values[2 * row] > 0.5 ? 1 : 0;
        }
        FeatureMatrix features = new FeatureMatrix(List.of("telling", "noise"), labels.length, values);

        float[] weights = Relevance.weights(features, Target.ofClasses(CLASSES, labels), 1);

        assertThat(weights[0]).isEqualTo(1);
        assertThat(weights[1]).isLessThan(0.2f);
        assertThat(Relevance.weights(features, Target.ofClasses(CLASSES, labels), 0))
                .containsOnly(1f);
    }

    @Test
    void says_no_to_more_rows_than_a_model_should_carry() {
        FeatureMatrix many = column(new float[20_001]);
        Target target = Target.ofClasses(CLASSES, new double[20_001]);
        TrainingSet rows = new TrainingSet(many, target, column(1), Target.ofClasses(CLASSES, new double[1]));
        Configuration configuration = new Configuration("neighbours", Map.of());

        assertThatThrownBy(
                        () -> new NeighboursFamily().fit(rows, configuration, new Seed(1), TrainingProgress.UNOBSERVED))
                .isInstanceOfSatisfying(
                        TrainingFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(TrainingFailure.Cause.INFEASIBLE))
                .hasMessageContaining("20,001 rows");
    }

    @Property
    void order_statistic_is_what_sorting_gives(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 9) Integer> numbers,
            @ForAll @IntRange(min = 0, max = 39) int rank) {
        double[] given = numbers.stream().mapToDouble(Integer::doubleValue).toArray();
        int asked = Math.min(rank, given.length - 1);
        double[] sorted = given.clone();
        Arrays.sort(sorted);

        assertThat(OrderStatistic.of(given, asked)).isEqualTo(sorted[asked]);
    }

    private static FittedModel model(FeatureMatrix known, double[] labels, int neighbours) {
        return NeighboursModel.of(
                ReferenceRows.of(known, new float[] {1}), Target.ofClasses(CLASSES, labels), neighbours, 0);
    }

    private static FeatureMatrix column(float... values) {
        return new FeatureMatrix(List.of("x"), values.length, values);
    }
}
