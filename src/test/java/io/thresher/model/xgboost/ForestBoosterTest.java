package io.thresher.model.xgboost;

import io.thresher.model.LearningFamilyContract;
import io.thresher.model.ModelFamily;
import io.thresher.space.Configuration;
import java.util.Map;

final class ForestBoosterTest implements LearningFamilyContract {

    @Override
    public ModelFamily family() {
        return new XGBoostFamily();
    }

    @Override
    public Configuration configuration() {
        return new Configuration("xgboost", Map.of("booster", "forest", "trees", 60, "forestDepth", 10, "l2", 0.1));
    }
}
