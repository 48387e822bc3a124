package io.thresher.model.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.thresher.model.FeatureMatrix;

/** The loss of one batch, and what it means for the weights. */
final class BatchGradient {
    private final Architecture architecture;
    private final FeatureMatrix features;
    private final float[] aims;
    private final Mixup mixup;
    private final Dropout dropout;

    /**
     * @param features the training rows
     * @param aims what the network should give, one a row
     */
    BatchGradient(Architecture architecture, FeatureMatrix features, float[] aims, Mixup mixup, Dropout dropout) {
        this.architecture = architecture;
        this.features = features;
        this.aims = aims;
        this.mixup = mixup;
        this.dropout = dropout;
    }

    /** The mean loss of {@code rows}; its gradient is added to those of {@code weights}. Frees what it allocates. */
    double backward(int[] rows, NativeWeights weights, NDManager manager) {
        int width = architecture.encoding().width();
        float[] inputs = new float[rows.length * width];
        float[] batchAims = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            architecture.encoding().encode(features, rows[i], inputs, i * width);
            batchAims[i] = aims[rows[i]];
        }
        Aims blended = mixup.blend(inputs, width, architecture.encoding().plainWidth(), batchAims);
        try (NDManager batch = manager.newSubManager()) {
            NDArray input = Torch.tensor(batch, new Shape(rows.length, width), inputs);
            NDArray outputs = Torch.recording(() -> architecture.network().forward(input, weights.operands(), dropout));
            float[] given = Torch.read(outputs);
            float[] gradient = new float[given.length];
            double loss = architecture.head().loss(given, blended, gradient);
            Torch.backward(outputs, Torch.tensor(batch, outputs.getShape(), gradient));
            return loss;
        }
    }
}
