package io.thresher.model.neural;

import io.thresher.space.Configuration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A configuration of {@link MlpFamily}, checked.
 *
 * @param embedding of numbers
 * @param shape of the hidden layers
 * @param training of the weights
 */
record MlpSettings(NumericEmbedding embedding, NetworkShape shape, TrainingSettings training) {
    private static final int MOST_LAYERS = 4;
    private static final int MOST_EPOCHS = 10_000;
    private static final int STEPS_AN_EPOCH = 10;
    private static final int SMALLEST_BATCH = 32;
    private static final int LARGEST_BATCH = 256;
    private static final String PIECEWISE_LINEAR = "piecewiseLinear";
    private static final String PERIODIC = "periodic";
    private static final String NONE = "none";
    private static final String FIXED = "fixed";

    /** The names a configuration may use. */
    static final Set<String> PARAMETERS = Set.of(
            "backbone",
            "members",
            "depth",
            "width",
            "width2",
            "width3",
            "width4",
            "activation",
            "normalisation",
            "numericEmbedding",
            "bins",
            "frequencyScale",
            "optimiser",
            "schedule",
            "learningRate",
            "rateFactor",
            "rateSource",
            "weightDecay",
            "dropout",
            "labelSmoothing",
            "mixup",
            "batchFactor",
            "batchSize",
            "epochs",
            "patience");

    /**
     * The settings of a configuration; what it leaves out has the default.
     *
     * @param rows of training
     * @throws io.thresher.model.TrainingFailure if a value is out of its range
     */
    static MlpSettings of(Configuration configuration, int rows) {
        CheckedValues values = new CheckedValues(configuration);
        return new MlpSettings(embedding(values), shape(values), training(values, rows));
    }

    private static NumericEmbedding embedding(CheckedValues values) {
        String word = values.word("numericEmbedding", PIECEWISE_LINEAR, List.of(NONE, PIECEWISE_LINEAR, PERIODIC));
        return switch (word) {
            case PIECEWISE_LINEAR -> new NumericEmbedding.PiecewiseLinear(values.whole("bins", 32, 2, 256));
            case PERIODIC -> new NumericEmbedding.Periodic(values.real("frequencyScale", 0.1, 1e-4, 10));
            default -> new NumericEmbedding.None();
        };
    }

    private static NetworkShape shape(CheckedValues values) {
        Backbone backbone = values.constant("backbone", Backbone.MLP, Backbone::word);
        return new NetworkShape(
                backbone,
                widths(values),
                values.constant("activation", Activation.RELU, Activation::word),
                values.word("normalisation", NONE, List.of(NONE, "layer")).equals("layer"),
                backbone == Backbone.TABM ? values.whole("members", 8, 2, 64) : 1);
    }

    private static List<Integer> widths(CheckedValues values) {
        int depth = values.whole("depth", 2, 1, MOST_LAYERS);
        int width = values.whole("width", 192, 1, 4096);
        return IntStream.rangeClosed(1, depth)
                .map(layer -> layer == 1 ? width : values.whole("width" + layer, width, 1, 4096))
                .boxed()
                .toList();
    }

    private static LearningRate rate(CheckedValues values, Optimiser.Kind optimiser) {
        String source = values.word("rateSource", FIXED, List.of(FIXED, "rangeTest"));
        return source.equals(FIXED)
                ? new LearningRate.Fixed(values.real("learningRate", optimiser.usualRate(), 0, Double.MAX_VALUE))
                : new LearningRate.Suggested(values.real("rateFactor", 2, 1e-3, 100));
    }

    /** Small tables take small batches, or an epoch would be but a step or two; a power of two. */
    private static int usualBatch(int rows) {
        return Math.max(SMALLEST_BATCH, Math.min(LARGEST_BATCH, Integer.highestOneBit(rows / STEPS_AN_EPOCH)));
    }

    private static int batch(CheckedValues values, int rows) {
        double factor = values.real("batchFactor", 1, 1e-2, 1e2);
        return values.whole("batchSize", (int) Math.max(1, Math.round(factor * usualBatch(rows))), 1, 1 << 16);
    }

    private static TrainingSettings training(CheckedValues values, int rows) {
        Optimiser.Kind optimiser = values.constant("optimiser", Optimiser.Kind.ADAMW, Optimiser.Kind::word);
        return new TrainingSettings(
                optimiser,
                values.constant("schedule", Schedule.Kind.ONE_CYCLE, Schedule.Kind::word),
                rate(values, optimiser),
                new Regularisation(
                        values.real("weightDecay", 1e-2, 0, Double.MAX_VALUE),
                        values.real("dropout", 0.1, 0, 0.9),
                        values.real("labelSmoothing", 0, 0, 0.5),
                        values.real("mixup", 0, 0, 1)),
                batch(values, rows),
                values.whole("epochs", 40, 1, MOST_EPOCHS),
                values.whole("patience", 16, 1, MOST_EPOCHS));
    }
}
