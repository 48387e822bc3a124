package io.thresher.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.search.Observation;
import io.thresher.space.Configuration;
import io.thresher.trial.Footprint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class KeptModelsTest {
    private final KeptModels kept = new KeptModels();
    private final List<Integer> dropped = new ArrayList<>();

    @Test
    void keeps_the_best_of_all_and_the_best_few_of_each_family() {
        for (int number = 0; number < 40; number++) {
            add(number, number < 30 ? "strong" : "weak", number);
        }

        assertThat(dropped).containsExactly(20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 35, 36, 37, 38, 39);
        assertThat(kept.best()).hasValue(0);
        assertThat(kept.contains(34)).isTrue();
        assertThat(kept.contains(35)).isFalse();
    }

    @Test
    void a_better_trial_drops_whom_it_pushes_out() {
        for (int number = 0; number < 26; number++) {
            add(number, number < 20 ? "strong" : "weak", number);
        }
        dropped.clear();

        add(26, "weak", -1);

        assertThat(dropped).containsExactly(19, 24);
        assertThat(kept.best()).hasValue(26);
    }

    @Test
    void keeps_the_front_for_a_user_to_pick_and_not_for_ensembles() {
        for (int number = 0; number < 25; number++) {
            add(number, "strong", number);
        }
        add(25, "strong", 25, 1);
        assertThat(dropped).doesNotContain(25);
        assertThat(kept.contains(25)).isFalse();

        add(26, "strong", 24.5, 1);

        assertThat(dropped).contains(25).doesNotContain(26);
    }

    @Test
    void what_is_over_a_limit_goes_however_small_it_is() {
        Observation over = new Observation(
                0, new Configuration("strong", Map.of()), OptionalDouble.of(-1), List.of(), List.of(), false, 1, 0.5);

        assertThat(kept.add(over, new Footprint(1, 1, 1, OptionalLong.empty()))).containsExactly(0);
        assertThat(kept.best()).isEmpty();
    }

    private void add(int number, String family, double loss) {
        add(number, family, loss, 100);
    }

    private void add(int number, String family, double loss, double micros) {
        Footprint model = new Footprint(micros, micros, 1000, OptionalLong.empty());
        dropped.addAll(kept.add(Observation.of(number, new Configuration(family, Map.of()), loss), model));
    }
}
