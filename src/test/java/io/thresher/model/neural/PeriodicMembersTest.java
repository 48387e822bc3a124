package io.thresher.model.neural;

import io.thresher.model.LearningFamilyContract;
import io.thresher.model.ModelFamily;
import io.thresher.space.Configuration;
import java.util.Map;

/** The contract again, for numbers on waves that several networks share. */
final class PeriodicMembersTest implements LearningFamilyContract {

    @Override
    public ModelFamily family() {
        return new MlpFamily();
    }

    @Override
    public Configuration configuration() {
        return new Configuration(
                "neural",
                Map.of("backbone", "tabm", "numericEmbedding", "periodic", "width", 24, "epochs", 15, "batchSize", 64));
    }
}
