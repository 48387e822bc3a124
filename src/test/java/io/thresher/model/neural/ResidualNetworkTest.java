package io.thresher.model.neural;

import io.thresher.model.LearningFamilyContract;
import io.thresher.model.ModelFamily;
import io.thresher.space.Configuration;
import java.util.Map;

/** The contract again, for residual networks. */
final class ResidualNetworkTest implements LearningFamilyContract {

    @Override
    public ModelFamily family() {
        return new MlpFamily();
    }

    @Override
    public Configuration configuration() {
        return new Configuration(
                "neural", Map.of("backbone", "resnet", "width", 24, "epochs", 15, "batchSize", 64, "bins", 12));
    }
}
