package io.thresher.model.baseline;

import io.thresher.metric.Predictions;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.FittedModel;
import io.thresher.model.graph.Attributes;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;

/** The same outputs for every row. */
final class ConstantModel implements FittedModel {
    private final float[] outputs;

    ConstantModel(float[] outputs) {
        this.outputs = outputs.clone();
    }

    @Override
    public Predictions predict(FeatureMatrix features) {
        float[] values = new float[features.rows() * outputs.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = outputs[i % outputs.length];
        }
        return new Predictions(features.rows(), outputs.length, values);
    }

    /** Only the number of rows is taken from the features: 0 times a missing value would be a missing value. */
    @Override
    public Tensor draw(GraphBuilder graph, Tensor features) {
        Tensor rows = graph.apply("Shape", Attributes.none().with("start", 0).with("end", 1), features);
        Tensor width = graph.longs(new long[] {1}, outputs.length);
        Tensor shape = graph.apply("Concat", Attributes.none().with("axis", 0), rows, width);
        return graph.apply("Expand", graph.floats(new long[] {1, outputs.length}, outputs), shape);
    }
}
