package io.thresher.model.tribuo;

import io.thresher.model.LearningFamilyContract;
import io.thresher.model.ModelFamily;

final class LinearFamilyTest implements LearningFamilyContract {

    @Override
    public ModelFamily family() {
        return new LinearFamily();
    }
}
