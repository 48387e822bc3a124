package io.thresher.model.neural;

import ai.djl.ndarray.NDArray;
import io.thresher.data.Target;
import io.thresher.model.TargetScale;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;

/**
 * One number, learned in standard units of the training rows with squared error; reported is the root mean squared
 * error in the target's own units.
 *
 * @param scale of the training rows
 */
record NumberHead(TargetScale scale) implements Head {

    @Override
    public float[] start() {
        return new float[1];
    }

    @Override
    public float[] aims(Target target) {
        float[] aims = new float[target.rows()];
        for (int row = 0; row < aims.length; row++) {
            aims[row] = scale.standardised(target.value(row));
        }
        return aims;
    }

    @Override
    public double loss(float[] outputs, Aims aims, float[] gradient) {
        double squares = 0;
        for (int row = 0; row < outputs.length; row++) {
            double error = outputs[row] - aims.blended(row % aims.rows());
            squares += error * error;
            gradient[row] = (float) (2 * error / outputs.length);
        }
        return squares / outputs.length;
    }

    @Override
    public double loss(float[] predictions, Target target) {
        double squares = 0;
        for (int row = 0; row < target.rows(); row++) {
            double error = predictions[row] - target.value(row);
            squares += error * error;
        }
        return Math.sqrt(squares / target.rows());
    }

    @Override
    public NDArray finish(NDArray outputs) {
        return outputs.mul(scale.deviation()).add(scale.mean());
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor outputs) {
        return scale.drawRestored(graph, outputs);
    }
}
