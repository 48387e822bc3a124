package io.thresher.model.similarity;

import io.thresher.model.LearningFamilyContract;
import io.thresher.model.ModelFamily;

final class NeighboursFamilyTest implements LearningFamilyContract {

    @Override
    public ModelFamily family() {
        return new NeighboursFamily();
    }
}
