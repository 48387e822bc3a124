package io.thresher.model.neural;

import io.thresher.model.LearningFamilyContract;
import io.thresher.model.ModelFamily;
import io.thresher.space.Configuration;
import java.util.Map;

final class MlpFamilyTest implements LearningFamilyContract {

    @Override
    public ModelFamily family() {
        return new MlpFamily();
    }

    @Override
    public Configuration configuration() {
        return new Configuration("neural", Map.of("width", 32, "epochs", 30, "batchSize", 64));
    }
}
