package io.thresher.model.baseline;

import io.thresher.model.ModelFamily;
import io.thresher.model.ModelFamilyContract;

final class BaselineFamilyTest implements ModelFamilyContract {

    @Override
    public ModelFamily family() {
        return new BaselineFamily();
    }
}
