package io.thresher.server.serving;

import io.thresher.data.DatasetSchema;
import io.thresher.data.Table;
import io.thresher.data.csv.PredictionInput;
import io.thresher.metric.Predictions;
import io.thresher.onnx.ModelSignature;
import io.thresher.onnx.Scorer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A model that is ready to predict. It is unloaded only when nobody predicts with it. */
final class LoadedModel {
    private final Scorer scorer;
    private final PredictionInput input;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean unloaded;

    LoadedModel(Scorer scorer, DatasetSchema trainedOn, String target) {
        this.scorer = scorer;
        this.input = new PredictionInput(
                trainedOn, target, List.copyOf(scorer.signature().inputs().keySet()));
    }

    ModelSignature signature() {
        return scorer.signature();
    }

    /** Reads the tables this model predicts. */
    PredictionInput input() {
        return input;
    }

    /** Predictions for every row, or nothing if the model has been unloaded. */
    Optional<Predictions> predict(Table table) {
        lock.readLock().lock();
        try {
            return unloaded ? Optional.empty() : Optional.of(scorer.predict(table));
        } finally {
            lock.readLock().unlock();
        }
    }

    void unload() {
        lock.writeLock().lock();
        try {
            if (!unloaded) {
                unloaded = true;
                scorer.close();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
