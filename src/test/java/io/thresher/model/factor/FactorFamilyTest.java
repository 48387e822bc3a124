package io.thresher.model.factor;

import io.thresher.model.LearningFamilyContract;
import io.thresher.model.ModelFamily;

final class FactorFamilyTest implements LearningFamilyContract {

    @Override
    public ModelFamily family() {
        return new FactorFamily();
    }
}
