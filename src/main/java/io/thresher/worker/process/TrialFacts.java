package io.thresher.worker.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.thresher.data.ColumnSchema;
import io.thresher.data.DatasetSchema;
import io.thresher.data.Table;
import io.thresher.data.files.SchemaFile;
import io.thresher.model.Device;
import io.thresher.onnx.FileScorer;
import io.thresher.onnx.Producer;
import io.thresher.trial.CrossValidated;
import io.thresher.trial.TrialSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the model file of a trial says of itself, so that it explains itself wherever it has gone. Nothing in it depends on
 * when or where it was written: the same trial gives the same bytes.
 */
final class TrialFacts {
    private static final String SCORE_KIND =
            "out-of-fold: the metric over predictions of rows that the predicting members were not trained on; the rows"
                    + " decided when training stopped, and a search chooses by this score";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final TrialSpec trial;
    private final DatasetSchema schema;
    private final Table features;
    private final Device device;

    /**
     * @param schema how the rows were read
     * @param features what the model was given to learn from
     * @param device what trained it; told if it is not the CPU, for such a model cannot be made again bit by bit
     */
    TrialFacts(TrialSpec trial, DatasetSchema schema, Table features, Device device) {
        this.trial = trial;
        this.schema = schema;
        this.features = features;
        this.device = device;
    }

    /** Name to value, by name. */
    Map<String, String> of(CrossValidated trained) {
        Map<String, String> facts = new TreeMap<>();
        facts.put(FileScorer.SCHEMA, SchemaFile.text(schema));
        facts.put(FileScorer.TARGET, trial.data().target());
        facts.put("thresher.columns", json(columns()));
        facts.put("thresher.task", trial.objective().task().word());
        facts.put("thresher.metric", trial.objective().metric().word());
        facts.put("thresher.score", Double.toString(trained.score()));
        facts.put("thresher.scoreKind", SCORE_KIND);
        facts.put("thresher.foldScores", json(trained.foldScores()));
        facts.put("thresher.members", Integer.toString(trained.delivered().size()));
        facts.put("thresher.family", trial.configuration().family());
        facts.put("thresher.configuration", json(trial.configuration().values()));
        facts.put("thresher.dataset", trial.data().dataset());
        facts.put("thresher.seed", Long.toString(trial.seed()));
        facts.put("thresher.trial", Integer.toString(trial.number()));
        facts.put("thresher.validation", trial.data().validation().words());
        facts.put("thresher.version", Producer.VERSION);
        if (!trial.data().constraints().areNone()) {
            facts.put("thresher.constraints", trial.data().constraints().toString());
        }
        if (device != Device.CPU) {
            facts.put("thresher.device", device.word());
        }
        return facts;
    }

    /** What each column of the training data is to the model, in the order of the data. */
    private List<Map<String, String>> columns() {
        return schema.columns().stream()
                .map(column ->
                        Map.of("name", column.name(), "type", column.type().word(), "role", role(column)))
                .toList();
    }

    private String role(ColumnSchema column) {
        if (column.name().equals(trial.data().target())) {
            return "target";
        }
        return features.column(column.name()).isPresent() ? "feature" : "unused";
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
