package io.thresher.model.neural;

import io.thresher.model.LearningFamilyContract;
import io.thresher.model.ModelFamily;
import io.thresher.space.Configuration;
import java.util.Map;

/** The contract again, for numbers on waves. */
final class PeriodicEmbeddingTest implements LearningFamilyContract {

    @Override
    public ModelFamily family() {
        return new MlpFamily();
    }

    @Override
    public Configuration configuration() {
        return new Configuration(
                "neural",
                Map.of(
                        "numericEmbedding",
                        "periodic",
                        "frequencyScale",
                        0.3,
                        "width",
                        32,
                        "epochs",
                        30,
                        "batchSize",
                        64));
    }
}
