package io.thresher.server.serving;

import io.quarkus.runtime.ShutdownEvent;
import io.thresher.data.Table;
import io.thresher.data.csv.PredictionInput;
import io.thresher.data.files.SchemaFile;
import io.thresher.metric.Predictions;
import io.thresher.onnx.ModelSignature;
import io.thresher.onnx.Scorer;
import io.thresher.server.model.ModelResponse;
import io.thresher.server.model.ModelVersionId;
import io.thresher.server.model.Models;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Models that predict, loaded when they are first asked; those asked longest ago make room. */
@ApplicationScoped
public class Predictors {
    /** Models kept in memory. */
    private static final int LOADED = 32;

    private final Models models;
    private final Map<ModelVersionId, LoadedModel> loaded = new LinkedHashMap<>(LOADED, 0.75f, true);

    Predictors(Models models) {
        this.models = models;
    }

    /** What a model said of a table. */
    record Answer(List<String> classes, Predictions predictions) {}

    /**
     * Predicts with a registered model.
     *
     * @param rows reads the table that the model needs
     * @throws io.thresher.server.ProblemException 404 if there is no such version
     */
    Answer predict(ModelVersionId id, Function<PredictionInput, Table> rows) {
        LoadedModel model = load(id);
        Table table = rows.apply(model.input());
        Optional<Predictions> predictions = model.predict(table);
        while (predictions.isEmpty()) {
            // Unloaded between being looked up and being asked; rare, and the next one is fresh.
            model = load(id);
            predictions = model.predict(table);
        }
        return new Answer(model.signature().classes(), predictions.get());
    }

    /**
     * What a registered model takes and gives.
     *
     * @throws io.thresher.server.ProblemException 404 if there is no such version
     */
    ModelSignature signature(ModelVersionId id) {
        return load(id).signature();
    }

    void stop(@Observes ShutdownEvent shutdown) {
        List<LoadedModel> all;
        synchronized (loaded) {
            all = new ArrayList<>(loaded.values());
            loaded.clear();
        }
        all.forEach(LoadedModel::unload);
    }

    private LoadedModel load(ModelVersionId id) {
        synchronized (loaded) {
            LoadedModel known = loaded.get(id);
            if (known != null) {
                return known;
            }
        }
        ModelResponse model = models.get(id.name(), id.version());
        LoadedModel fresh =
                new LoadedModel(Scorer.load(models.file(id)), SchemaFile.read(models.schemaFile(id)), model.target());
        return keep(id, fresh);
    }

    private LoadedModel keep(ModelVersionId id, LoadedModel fresh) {
        List<LoadedModel> crowded = new ArrayList<>();
        LoadedModel kept;
        synchronized (loaded) {
            LoadedModel other = loaded.putIfAbsent(id, fresh);
            kept = other == null ? fresh : other;
            if (other != null) {
                crowded.add(fresh);
            }
            Iterator<LoadedModel> oldest = loaded.values().iterator();
            while (loaded.size() > LOADED && oldest.hasNext()) {
                crowded.add(oldest.next());
                oldest.remove();
            }
        }
        crowded.forEach(LoadedModel::unload);
        return kept;
    }
}
