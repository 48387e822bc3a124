package io.thresher.model.forest;

import io.thresher.model.LearningFamilyContract;
import io.thresher.model.ModelFamily;
import io.thresher.space.Configuration;
import java.util.Map;

final class ExtraTreesFamilyTest implements LearningFamilyContract {

    @Override
    public ModelFamily family() {
        return new ExtraTreesFamily();
    }

    @Override
    public Configuration configuration() {
        return new Configuration("extraTrees", Map.of("trees", 60));
    }
}
