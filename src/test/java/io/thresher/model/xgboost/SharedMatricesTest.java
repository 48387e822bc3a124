package io.thresher.model.xgboost;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.data.Task;
import io.thresher.model.Attachments;
import io.thresher.model.Constraints;
import io.thresher.model.FittedModel;
import io.thresher.model.GeneratedRows;
import io.thresher.model.TrainingProgress;
import io.thresher.model.TrainingSet;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SharedMatricesTest {
    private static final Seed SEED = new Seed(5);
    private static final List<Map<String, Object>> CONFIGURATIONS = List.of(
            Map.of("rounds", 20, "maxDepth", 4),
            Map.of("rounds", 20, "classWeights", "balanced", "regressionLoss", "pseudoHuber"),
            Map.of("rounds", 20, "maxBin", 16),
            Map.of("booster", "forest", "trees", 10),
            Map.of("booster", "dart", "rounds", 10),
            Map.of("rounds", 20, "maxDepth", 3, "subsample", 0.7));

    @ParameterizedTest
    @EnumSource(Task.class)
    void models_on_shared_matrices_are_those_on_fresh_ones(Task task) {
        GeneratedRows rows = GeneratedRows.of(task, 300, 4, SEED).withMissing(11);
        GeneratedRows validation = GeneratedRows.of(task, 100, 4, SEED.fork("validation"));
        try (TrainingSet shared = set(rows, validation, new Attachments(Long.MAX_VALUE))) {
            for (Map<String, Object> values : CONFIGURATIONS) {
                float[] fresh = predictions(set(rows, validation, Attachments.none()), values);
                assertThat(predictions(shared, values)).containsExactly(fresh);
            }
            assertThat(shared.attachments().bytes()).isPositive();
        }
    }

    private static TrainingSet set(GeneratedRows rows, GeneratedRows validation, Attachments attachments) {
        return new TrainingSet(
                rows.features(),
                rows.target(),
                validation.features(),
                validation.target(),
                Constraints.NONE,
                attachments);
    }

    private static float[] predictions(TrainingSet rows, Map<String, Object> values) {
        Configuration configuration = new Configuration("xgboost", values);
        try (FittedModel model = new XGBoostFamily().fit(rows, configuration, SEED, TrainingProgress.UNOBSERVED)) {
            return model.predict(rows.validationFeatures()).values();
        }
    }
}
