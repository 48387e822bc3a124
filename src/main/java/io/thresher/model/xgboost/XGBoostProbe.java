package io.thresher.model.xgboost;

import io.thresher.model.DeviceProbe;
import java.util.Map;
import java.util.Optional;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * One tree, grown by the code that only a GPU runs. Asked for {@code device=cuda} alone, XGBoost would quietly train on the
 * CPU where it has no GPU; this grower is unknown to a library that was built without CUDA, and fails where there is no
 * device. (Setting CUDA's device through XGBoost's Java side ends the process in a library without CUDA.)
 */
public final class XGBoostProbe implements DeviceProbe {
    private static final String GROWER = "grow_gpu_hist";
    private static final Map<String, Object> ONE_TREE = Map.of(
            "device", "cuda", "updater", GROWER, "objective", "reg:squarederror", "max_depth", 1, "verbosity", 0);

    @Override
    public Optional<String> obstacle() {
        try {
            DMatrix rows = new DMatrix(new float[] {0, 1}, 2, 1, Float.NaN);
            try {
                rows.setLabel(new float[] {0, 1});
                XGBoost.train(rows, ONE_TREE, 1, Map.of(), null, null).dispose();
                return Optional.empty();
            } finally {
                rows.dispose();
            }
        } catch (XGBoostError e) {
            String reason = XGBoostFamily.firstLine(e);
            return Optional.of(reason.contains("Unknown tree updater") ? "its library was built without CUDA" : reason);
        }
    }
}
