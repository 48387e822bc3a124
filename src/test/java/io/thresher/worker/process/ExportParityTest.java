package io.thresher.worker.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.SharedData;
import io.thresher.model.FeatureDemand;
import io.thresher.pipeline.PreparationParameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is searched, on whatever table: the exported file predicts what was evaluated. */
class ExportParityTest {
    private static final int TRIES_A_FAMILY = 12;
    private static final int TRIES_A_TABLE = 5;

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

    /** The families in turn, a few a table, so that all of them meet several. */
    @Test
    void files_predict_what_pipelines_predict_on_real_tables(@TempDir Path folder) throws IOException {
        ParitySearch search = new ParitySearch(Families.all());
        List<String> differences = new ArrayList<>();
        long number = 0;
        for (String table : SharedData.names()) {
            RealRows rows = RealRows.read(table, folder.resolve(table));
            for (int i = 0; i < TRIES_A_TABLE; i++) {
                search.run(number++, rows).ifPresent(difference -> differences.add(table + ", " + difference));
            }
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
