package io.thresher.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.data.Task;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.split.Validation;
import io.thresher.metric.Metric;
import io.thresher.search.FirstLooks;
import io.thresher.search.Observation;
import io.thresher.space.Configuration;
import io.thresher.space.SearchSpace;
import io.thresher.space.SearchSpaceYaml;
import io.thresher.trial.DataPlan;
import io.thresher.trial.Objective;
import io.thresher.trial.TrialOutcome.Succeeded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SampledTrialsTest {
    private static final SearchSpace SPACE = SearchSpaceYaml.parse("space", """
            families:
              trees: {depth: {type: integer, low: 1, high: 9, default: 5}}
            """);
    private static final SearchJob JOB = new SearchJob(
            "job",
            new DataPlan("data", "y", RepairRecipe.NONE, new Validation.KFold(2), 0),
            new Objective(Task.BINARY, Metric.ROC_AUC),
            new Budget(Optional.of(Duration.ofMinutes(1)), Optional.empty()),
            SPACE,
            1,
            1);

    private final List<Configuration> told = new ArrayList<>();

    @Test
    void tells_the_sampler_of_looks_on_a_part_of_the_rows_though_the_space_does_not_know_of_rows() {
        Configuration look = new Configuration("trees", Map.of("depth", 5, FirstLooks.PARAMETER, 10_000));
        Configuration outside = new Configuration("trees", Map.of("depth", 12, FirstLooks.PARAMETER, 10_000));

        next(look, outside);

        assertThat(told).containsExactly(look);
    }

    private void next(Configuration... ended) {
        TrialBook book = new TrialBook(JOB);
        for (int number = 0; number < ended.length; number++) {
            PlannedTrial trial = PlannedTrial.suggested(number, ended[number], List.of());
            book.plan(trial);
            book.end(trial, new Succeeded(0.7, List.of(0.7), 1, JournalContract.FOOTPRINT), Duration.ZERO);
        }
        new SampledTrials(JOB, (number, history, pending) -> {
                    history.stream().map(Observation::configuration).forEach(told::add);
                    return Optional.empty();
                })
                .next(book);
    }
}
