package io.thresher.model.xgboost;

import io.thresher.model.LearningFamilyContract;
import io.thresher.model.ModelFamily;
import io.thresher.space.Configuration;
import java.util.Map;

final class BalancedBoosterTest implements LearningFamilyContract {

    @Override
    public ModelFamily family() {
        return new XGBoostFamily();
    }

    @Override
    public Configuration configuration() {
        return new Configuration("xgboost", Map.of("rounds", 100, "maxDepth", 4, "classWeights", "balanced"));
    }
}
