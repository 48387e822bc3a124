package io.thresher.worker.process;

import io.thresher.model.ModelCatalog;
import io.thresher.model.baseline.BaselineFamily;
import io.thresher.model.factor.FactorFamily;
import io.thresher.model.forest.ExtraTreesFamily;
import io.thresher.model.forest.RandomForestFamily;
import io.thresher.model.neural.MlpFamily;
import io.thresher.model.similarity.KernelFamily;
import io.thresher.model.similarity.NeighboursFamily;
import io.thresher.model.tribuo.LinearFamily;
import io.thresher.model.xgboost.XGBoostFamily;
import java.util.List;

/** The families Thresher ships. Creating the list loads no native library. */
public final class Families {
    private Families() {}

    /** All of them, training on the CPU. */
    public static ModelCatalog all() {
        return of(new XGBoostFamily(), new MlpFamily());
    }

    /** All of them, training where {@code devices} says. */
    static ModelCatalog on(Devices devices) {
        return of(new XGBoostFamily(devices.xgboost()), new MlpFamily(devices.pytorch()));
    }

    private static ModelCatalog of(XGBoostFamily xgboost, MlpFamily neural) {
        return new ModelCatalog(List.of(
                new BaselineFamily(),
                new LinearFamily(),
                new FactorFamily(),
                new NeighboursFamily(),
                new KernelFamily(),
                xgboost,
                new RandomForestFamily(),
                new ExtraTreesFamily(),
                neural));
    }
}
