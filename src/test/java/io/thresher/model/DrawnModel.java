package io.thresher.model;

import io.thresher.data.Column;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.metric.Predictions;
import io.thresher.onnx.OnnxExport;
import io.thresher.onnx.Scorer;
import io.thresher.pipeline.FittedPipeline;
import io.thresher.pipeline.Preparation;
import io.thresher.pipeline.PreparationRecipe;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A model drawn as a graph, written to a file and run by ONNX Runtime; features reach it as they are. */
public final class DrawnModel implements AutoCloseable {
    private static final PreparationRecipe AS_IT_IS =
            PreparationRecipe.of(new Configuration("any", Map.of()), new FeatureDemand(true, false));

    private final Scorer scorer;

    private DrawnModel(Scorer scorer) {
        this.scorer = scorer;
    }

    /** The graph of {@code model}; {@code features} are such as it was trained on. */
    public static DrawnModel of(FittedModel model, FeatureMatrix features, List<String> classes) {
        try {
            Path file = Files.createTempFile("drawn", ".onnx");
            try {
                Target target = Target.ofNumbers(new double[features.rows()]);
                Preparation preparation = Preparation.fit(table(features), target, AS_IT_IS, new Seed(1))
                        .preparation();
                OnnxExport.write(
                        List.of(new FittedPipeline(RepairRecipe.NONE, preparation, model)), classes, Map.of(), file);
                return new DrawnModel(Scorer.load(file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public Predictions predict(FeatureMatrix features) {
        return scorer.predict(table(features));
    }

    @Override
    public void close() {
        scorer.close();
    }

    private static Table table(FeatureMatrix features) {
        List<Column> columns = new ArrayList<>();
        for (int column = 0; column < features.columns(); column++) {
            float[] values = new float[features.rows()];
            for (int row = 0; row < values.length; row++) {
                values[row] = features.value(row, column);
            }
            columns.add(new NumberColumn(features.names().get(column), values));
        }
        return new Table(features.rows(), columns);
    }
}
