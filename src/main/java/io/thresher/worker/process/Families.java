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

    public static ModelCatalog all() {
        return new ModelCatalog(List.of(
                new BaselineFamily(),
                new LinearFamily(),
                new FactorFamily(),
                new NeighboursFamily(),
                new KernelFamily(),
                new XGBoostFamily(),
                new RandomForestFamily(),
                new ExtraTreesFamily(),
                new MlpFamily()));
    }
}
