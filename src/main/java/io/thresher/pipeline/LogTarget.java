package io.thresher.pipeline;

import io.thresher.data.Target;
import io.thresher.metric.Predictions;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.FittedModel;
import io.thresher.model.LogScale;
import io.thresher.model.TrainingFailure;
import io.thresher.model.TrainingSet;
import io.thresher.model.graph.GraphBuilder;
import io.thresher.model.graph.Tensor;

/**
 * A model that was trained on the logarithms of numbers to predict, for amounts of many sizes. All it predicts is multiplied
 * by one factor, since the power of a mean logarithm lies below the mean (retransformation bias: Duan, Smearing estimate, 1983).
 *
 * @param model predicts logarithms
 * @param scale of the logarithms
 * @param factor that what is restored is multiplied by
 */
record LogTarget(FittedModel model, LogScale scale, float factor) implements FittedModel {
    /** Rows that speak for a factor of 1: few rows left out know no better. */
    private static final double PRIOR_ROWS = 20;
    /** A factor beyond tells of a few rows that are far out. */
    private static final double MOST_FACTOR = 2;

    /**
     * The rows with logarithms to predict.
     *
     * @throws TrainingFailure if a number to predict is below 0
     */
    static TrainingSet logarithms(TrainingSet rows) {
        for (int row = 0; row < rows.target().rows(); row++) {
            if (rows.target().value(row) < 0) {
                throw new TrainingFailure(
                        TrainingFailure.Cause.INFEASIBLE,
                        "parameter 'targetTransform': log takes numbers to predict of at least 0, got %s; none takes all"
                                .formatted(rows.target().value(row)));
            }
        }
        return new TrainingSet(
                rows.features(),
                LogScale.logarithms(rows.target()),
                rows.validationFeatures(),
                LogScale.logarithms(rows.validationTarget()),
                rows.constraints(),
                rows.attachments());
    }

    /**
     * The model of the numbers themselves; its factor is that of least squares on the validation rows, drawn towards 1.
     *
     * @param model trained on {@link #logarithms}
     * @param rows with the numbers as they are
     */
    static LogTarget of(FittedModel model, TrainingSet rows) {
        LogTarget plain = new LogTarget(model, LogScale.of(rows.target()), 1);
        return new LogTarget(
                model, plain.scale, factor(plain.predict(rows.validationFeatures()), rows.validationTarget()));
    }

    private static float factor(Predictions predicted, Target truth) {
        double squares = 0;
        double products = 0;
        for (int row = 0; row < truth.rows(); row++) {
            double value = predicted.value(row, 0);
            squares += value * value;
            products += value * truth.value(row);
        }
        double prior = PRIOR_ROWS * squares / Math.max(1, truth.rows());
        double factor = (products + prior) / (squares + prior);
        return Double.isFinite(factor) ? (float) Math.min(MOST_FACTOR, Math.max(1 / MOST_FACTOR, factor)) : 1;
    }

    @Override
    public Predictions predict(FeatureMatrix features) {
        Predictions logarithms = model.predict(features);
        float[] numbers = logarithms.values();
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = factor * scale.restored(numbers[row]);
        }
        return new Predictions(logarithms.rows(), logarithms.width(), numbers);
    }

    @Override
    public Tensor draw(GraphBuilder graph, Tensor features) {
        Tensor numbers = scale.drawRestored(graph, model.draw(graph, features));
        return graph.apply("Mul", numbers, graph.floats(new long[] {1}, factor));
    }

    /** The factor stays: what is delivered of a model predicts about the same. */
    @Override
    public FittedModel asOneOf(int members) {
        return new LogTarget(model.asOneOf(members), scale, factor);
    }

    @Override
    public void close() {
        model.close();
    }
}
