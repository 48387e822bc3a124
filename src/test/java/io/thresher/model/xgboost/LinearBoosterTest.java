package io.thresher.model.xgboost;

import io.thresher.model.LearningFamilyContract;
import io.thresher.model.ModelFamily;
import io.thresher.space.Configuration;
import java.util.Map;

final class LinearBoosterTest implements LearningFamilyContract {

    @Override
    public ModelFamily family() {
        return new XGBoostFamily();
    }

    @Override
    public Configuration configuration() {
        return new Configuration("xgboost", Map.of("booster", "gblinear", "rounds", 200));
    }
}
