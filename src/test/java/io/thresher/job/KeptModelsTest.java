package io.thresher.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.search.Observation;
import io.thresher.space.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private void add(int number, String family, double loss) {
        dropped.addAll(kept.add(Observation.of(number, new Configuration(family, Map.of()), loss)));
    }
}
