package io.thresher.worker.process;

import io.thresher.model.neural.TorchProbe;
import io.thresher.model.xgboost.XGBoostProbe;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where this process trains, for each library that may use a GPU. */
record Devices(DeviceChoice xgboost, DeviceChoice pytorch) {

    static Devices of(DeviceSetting setting) {
        return new Devices(
                new DeviceChoice(setting, "XGBoost", new XGBoostProbe()),
                new DeviceChoice(setting, "PyTorch", new TorchProbe()));
    }

    /** What there is to tell so far, a sentence each. */
    List<String> words() {
        return Stream.of(xgboost.words(), pytorch.words())
                .flatMap(Optional::stream)
                .toList();
    }
}
