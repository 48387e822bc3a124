package io.thresher.model.neural;

import io.thresher.model.LearningFamilyContract;
import io.thresher.model.ModelFamily;
import io.thresher.space.Configuration;
import java.util.Map;

/** The contract again, for several networks that share their matrices and are normalised. */
final class MembersTest implements LearningFamilyContract {

    @Override
    public ModelFamily family() {
        return new MlpFamily();
    }

    @Override
    public Configuration configuration() {
        return new Configuration(
                "neural",
                Map.of(
                        "backbone",
                        "tabm",
                        "members",
                        4,
                        "width",
                        24,
                        "normalisation",
                        "layer",
                        "epochs",
                        15,
                        "batchSize",
                        64,
                        "bins",
                        12));
    }
}
