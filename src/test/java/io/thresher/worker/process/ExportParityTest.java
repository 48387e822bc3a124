package io.thresher.worker.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.model.FeatureDemand;
import io.thresher.pipeline.PreparationParameters;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever is searched, on whatever table: the exported file predicts what was evaluated. */
class ExportParityTest {
    private static final int TRIES_A_FAMILY = 12;

    @Test
    void files_predict_what_pipelines_predict() {
        ParitySearch search = new ParitySearch(Families.all());
        List<String> differences = new ArrayList<>();
        for (long seed = 0; seed < (long) TRIES_A_FAMILY * search.families(); seed++) {
            search.run(seed).ifPresent(differences::add);
        }

        assertThat(differences).isEmpty();
        assertThat(search.refused()).isLessThan(search.tried() / 4);
    }

    @Test
    void every_parameter_of_preparation_is_drawn() {
        assertThat(DrawnConfigurations.preparation())
                .containsExactlyInAnyOrderElementsOf(PreparationParameters.of(new FeatureDemand(true, true, true))
                        .keySet());
    }
}
