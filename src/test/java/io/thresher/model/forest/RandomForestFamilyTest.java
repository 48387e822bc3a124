package io.thresher.model.forest;

import io.thresher.model.LearningFamilyContract;
import io.thresher.model.ModelFamily;
import io.thresher.space.Configuration;
import java.util.Map;

final class RandomForestFamilyTest implements LearningFamilyContract {

    @Override
    public ModelFamily family() {
        return new RandomForestFamily();
    }

    @Override
    public Configuration configuration() {
        return new Configuration("forest", Map.of("trees", 60));
    }
}
