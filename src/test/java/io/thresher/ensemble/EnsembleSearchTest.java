package io.thresher.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.thresher.data.Target;
import io.thresher.metric.Metric;
import io.thresher.metric.Predictions;
import io.thresher.seed.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnsembleSearchTest {
    private static final int ROWS = 800;

    @ParameterizedTest
    @EnumSource(
            value = Metric.class,
            names = {"ROC_AUC", "LOG_LOSS", "RMSE", "ACCURACY", "R2"})
    void models_that_err_independently_are_delivered_together(Metric metric) {
        Choice choice = search(metric, 4, ROWS).choose(EnsembleLimits.of(1000), () -> true);

        assertThat(choice.members()).hasSizeGreaterThan(1);
        assertThat(choice.members().stream().mapToDouble(Member::weight).sum()).isCloseTo(1, within(1e-9));
    }

    @Test
    void the_same_seed_gives_the_same_choice() {
        assertThat(search(Metric.LOG_LOSS, 6, ROWS).choose(EnsembleLimits.of(1000), () -> true))
                .isEqualTo(search(Metric.LOG_LOSS, 6, ROWS).choose(EnsembleLimits.of(1000), () -> true));
    }

    @Test
    void a_model_that_only_worsens_the_best_is_left_out() {
        Target truth = JudgeTest.truth(Metric.RMSE, ROWS, 1);
        EnsembleSearch search = new EnsembleSearch(Metric.RMSE, truth, new Seed(1));
        search.add(new Candidate(3, JudgeTest.predictions(truth, 5, 0.1), Load.ofBytes(10), true));
        search.add(new Candidate(9, JudgeTest.predictions(truth, 6, 2), Load.ofBytes(10), true));

        assertThat(search.choose(EnsembleLimits.of(1000), () -> true).members()).containsExactly(new Member(3, 1));
    }

    @Test
    void members_are_together_no_larger_than_the_limit() {
        Choice choice = search(Metric.RMSE, 6, ROWS).choose(EnsembleLimits.of(25), () -> true);

        assertThat(choice.members()).hasSize(2);
    }

    @Test
    void a_model_whose_file_is_gone_is_no_member() {
        Target truth = JudgeTest.truth(Metric.RMSE, ROWS, 1);
        EnsembleSearch search = new EnsembleSearch(Metric.RMSE, truth, new Seed(1));
        for (int number = 0; number < 4; number++) {
            search.add(new Candidate(
                    number, JudgeTest.predictions(truth, 50 + number, 0.5), Load.ofBytes(10), number != 2));
        }

        assertThat(search.choose(EnsembleLimits.of(1000), () -> true).members())
                .extracting(Member::number)
                .contains(0, 1, 3)
                .doesNotContain(2);
    }

    @Test
    void without_time_for_the_check_the_best_is_delivered_alone() {
        Choice choice = search(Metric.RMSE, 4, ROWS).choose(EnsembleLimits.of(1000), () -> false);

        assertThat(choice.members()).hasSize(1);
    }

    @Test
    void the_best_of_many_equals_is_corrected_by_about_what_chance_gave_it() {
        double corrected = 0;
        double flattered = 0;
        for (int job = 0; job < 20; job++) {
            Target truth = JudgeTest.truth(Metric.RMSE, 100, job);
            EnsembleSearch search = new EnsembleSearch(Metric.RMSE, truth, new Seed(job));
            double least = Double.POSITIVE_INFINITY;
            for (int number = 0; number < 30; number++) {
                Predictions predictions = JudgeTest.predictions(truth, 1000L * job + number + 77, 1);
                least = Math.min(least, search.loss(predictions));
                search.add(new Candidate(number, predictions, Load.ofBytes(10), true));
            }
            Choice choice = search.choose(EnsembleLimits.NO_ENSEMBLE, () -> true);
            flattered += least / 20;
            corrected += (least + choice.optimism()) / 20;
        }

        // The noise has a standard deviation of 10; the best of 30 on 100 rows looks like 8.6.
        assertThat(flattered).isLessThan(8.8);
        assertThat(corrected).isBetween(9.6, 10.4);
    }

    private static EnsembleSearch search(Metric metric, int models, int rows) {
        Target truth = JudgeTest.truth(metric, rows, 1);
        EnsembleSearch search = new EnsembleSearch(metric, truth, new Seed(1));
        for (int number = 0; number < models; number++) {
            search.add(new Candidate(number, JudgeTest.predictions(truth, 10 + number, 0.8), Load.ofBytes(10), true));
        }
        return search;
    }
}
