package io.thresher.model.neural;

import ai.djl.ndarray.NDArray;
import io.thresher.data.Target;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;

/** What the last numbers of a network mean: how they are judged while training, and how they become predictions. */
sealed interface Head permits ClassHead, NumberHead {

    /** How many numbers a row the network gives. */
    default int outputs() {
        return start().length;
    }

    /** The best outputs that are the same for every row. */
    float[] start();

    /** What the network learns to give, one number a row. */
    float[] aims(Target target);

    /**
     * The mean training loss of a batch and its gradient.
     *
     * @param outputs members × rows × {@link #outputs()}
     * @param aims the same for each member
     * @param gradient as many as outputs, overwritten
     */
    double loss(float[] outputs, Aims aims, float[] gradient);

    /** The loss of finished predictions, rows × {@link #outputs()}, as reported. */
    double loss(float[] predictions, Target target);

    /** Outputs of a network to predictions of the same shape. */
    NDArray finish(NDArray outputs);

    /** The same as operators. */
    Tensor draw(GraphBuilder graph, Tensor outputs);
}
