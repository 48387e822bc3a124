package io.thresher.model.similarity;

import io.thresher.model.LearningFamilyContract;
import io.thresher.model.ModelFamily;

final class KernelFamilyTest implements LearningFamilyContract {

    @Override
    public ModelFamily family() {
        return new KernelFamily();
    }
}
