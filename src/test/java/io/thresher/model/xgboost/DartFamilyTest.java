package io.thresher.model.xgboost;

import io.thresher.model.LearningFamilyContract;
import io.thresher.model.ModelFamily;
import io.thresher.space.Configuration;
import java.util.Map;

final class DartFamilyTest implements LearningFamilyContract {

    @Override
    public ModelFamily family() {
        return new XGBoostFamily();
    }

    @Override
    public Configuration configuration() {
        return new Configuration(
                "xgboost", Map.of("booster", "dart", "rounds", 60, "maxDepth", 3, "dropRate", 0.3, "skipDrop", 0.2));
    }
}
