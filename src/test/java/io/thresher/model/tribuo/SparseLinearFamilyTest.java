package io.thresher.model.tribuo;

import io.thresher.model.LearningFamilyContract;
import io.thresher.model.ModelFamily;
import io.thresher.space.Configuration;
import java.util.Map;

/** With a penalty that leaves features out. */
final class SparseLinearFamilyTest implements LearningFamilyContract {

    @Override
    public ModelFamily family() {
        return new LinearFamily();
    }

    @Override
    public Configuration configuration() {
        return new Configuration("linear", Map.of("penalty", "l1"));
    }
}
