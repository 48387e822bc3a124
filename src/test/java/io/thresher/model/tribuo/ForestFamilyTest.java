package io.thresher.model.tribuo;

import io.thresher.model.LearningFamilyContract;
import io.thresher.model.ModelFamily;
import io.thresher.space.Configuration;
import java.util.Map;

final class ForestFamilyTest implements LearningFamilyContract {

    @Override
    public ModelFamily family() {
        return new ForestFamily();
    }

    @Override
    public Configuration configuration() {
        return new Configuration("forest", Map.of("trees", 40));
    }
}
