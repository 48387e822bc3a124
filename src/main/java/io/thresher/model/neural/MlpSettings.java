package io.thresher.model.neural;

import io.thresher.space.Configuration;
import io.thresher.space.Domain;
import io.thresher.space.Trait;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A configuration of {@link MlpFamily}, checked.
 *
 * @param embedding of numbers
 * @param shape of the hidden layers
 * @param training of the weights
 */
record MlpSettings(NumericEmbedding embedding, NetworkShape shape, TrainingSettings training) {
    private static final int STEPS_AN_EPOCH = 10;
    private static final int SMALLEST_BATCH = 32;
    private static final int LARGEST_BATCH = 256;
    /** Rates that are too high are noticed as they diverge; where that begins depends on the net. */
    private static final double HIGHEST_RATE = 1e30;

    private static final String PIECEWISE_LINEAR = "piecewiseLinear";
    private static final String PERIODIC = "periodic";
    private static final String NONE = "none";
    private static final String LAYER = "layer";
    private static final String FIXED = "fixed";

    /** The parameters a configuration may set. */
    static final Map<String, Domain> DOMAINS = Map.ofEntries(
            Map.entry("backbone", words(Backbone.class, Backbone::word)),
            Map.entry("members", Domain.whole(2, 64)),
            Map.entry("depth", Domain.whole(1, 4)),
            Map.entry("width", Domain.whole(1, 4096)),
            Map.entry("width2", Domain.whole(1, 4096)),
            Map.entry("width3", Domain.whole(1, 4096)),
            Map.entry("width4", Domain.whole(1, 4096)),
            Map.entry("activation", words(Activation.class, Activation::word)),
            Map.entry("normalisation", Domain.words(NONE, LAYER)),
            Map.entry(
                    "numericEmbedding",
                    Domain.words(NONE, PIECEWISE_LINEAR, PERIODIC).onlyWith(Trait.NUMBERS)),
            Map.entry("bins", Domain.whole(2, 256).onlyWith(Trait.NUMBERS)),
            Map.entry("frequencyScale", Domain.real(1e-4, 10).onlyWith(Trait.NUMBERS)),
            Map.entry("optimiser", words(Optimiser.Kind.class, Optimiser.Kind::word)),
            Map.entry("schedule", words(Schedule.Kind.class, Schedule.Kind::word)),
            Map.entry("learningRate", Domain.real(0, HIGHEST_RATE)),
            Map.entry("rateFactor", Domain.real(1e-3, 100)),
            Map.entry("rateSource", Domain.words(FIXED, "rangeTest")),
            Map.entry("weightDecay", Domain.real(0, 1e6)),
            Map.entry("dropout", Domain.real(0, 0.9)),
            Map.entry("labelSmoothing", Domain.real(0, 0.5).onlyWith(Trait.CLASSES)),
            Map.entry("mixup", Domain.real(0, 1)),
            Map.entry("batchFactor", Domain.real(1e-2, 1e2)),
            Map.entry("batchSize", Domain.whole(1, 1 << 16)),
            Map.entry("epochs", Domain.whole(1, 10_000)),
            Map.entry("patience", Domain.whole(1, 10_000)));

    private static <E extends Enum<E>> Domain words(Class<E> kind, Function<E, String> wordOf) {
        return Domain.words(Arrays.stream(kind.getEnumConstants()).map(wordOf).toArray(String[]::new));
    }

    /**
     * The settings of a configuration; what it leaves out has the default.
     *
     * @param rows of training
     * @throws io.thresher.model.TrainingFailure if a value is out of its range
     */
    static MlpSettings of(Configuration configuration, int rows) {
        CheckedValues values = new CheckedValues(configuration, DOMAINS);
        return new MlpSettings(embedding(values), shape(values), training(values, rows));
    }

    private static NumericEmbedding embedding(CheckedValues values) {
        String word = values.word("numericEmbedding", PIECEWISE_LINEAR);
        return switch (word) {
            case PIECEWISE_LINEAR -> new NumericEmbedding.PiecewiseLinear(values.whole("bins", 32));
            case PERIODIC -> new NumericEmbedding.Periodic(values.real("frequencyScale", 0.1));
            default -> new NumericEmbedding.None();
        };
    }

    private static NetworkShape shape(CheckedValues values) {
        Backbone backbone = values.constant("backbone", Backbone.MLP, Backbone::word);
        return new NetworkShape(
                backbone,
                widths(values),
                values.constant("activation", Activation.RELU, Activation::word),
                values.word("normalisation", NONE).equals(LAYER),
                backbone == Backbone.TABM ? values.whole("members", 8) : 1);
    }

    private static List<Integer> widths(CheckedValues values) {
        int depth = values.whole("depth", 2);
        int width = values.whole("width", 192);
        return IntStream.rangeClosed(1, depth)
                .map(layer -> layer == 1 ? width : values.whole("width" + layer, width))
                .boxed()
                .toList();
    }

    private static LearningRate rate(CheckedValues values, Optimiser.Kind optimiser) {
        String source = values.word("rateSource", FIXED);
        return source.equals(FIXED)
                ? new LearningRate.Fixed(values.real("learningRate", optimiser.usualRate()))
                : new LearningRate.Suggested(values.real("rateFactor", 2));
    }

    /** Small tables take small batches, or an epoch would be but a step or two; a power of two. */
    private static int usualBatch(int rows) {
        return Math.max(SMALLEST_BATCH, Math.min(LARGEST_BATCH, Integer.highestOneBit(rows / STEPS_AN_EPOCH)));
    }

    private static int batch(CheckedValues values, int rows) {
        double factor = values.real("batchFactor", 1);
        return values.whole("batchSize", (int) Math.max(1, Math.round(factor * usualBatch(rows))));
    }

    private static TrainingSettings training(CheckedValues values, int rows) {
        Optimiser.Kind optimiser = values.constant("optimiser", Optimiser.Kind.ADAMW, Optimiser.Kind::word);
        return new TrainingSettings(
                optimiser,
                values.constant("schedule", Schedule.Kind.ONE_CYCLE, Schedule.Kind::word),
                rate(values, optimiser),
                new Regularisation(
                        values.real("weightDecay", 1e-2),
                        values.real("dropout", 0.1),
                        values.real("labelSmoothing", 0),
                        values.real("mixup", 0)),
                batch(values, rows),
                values.whole("epochs", 40),
                values.whole("patience", 16));
    }
}
