package io.thresher.model.neural;

import io.thresher.model.TrainingFailure;
import io.thresher.space.Configuration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A configuration of {@link MlpFamily}, checked.
 *
 * @param widths of the hidden layers, first to last
 * @param activation after each hidden layer
 * @param normalises whether hidden layers are normalised before the activation
 * @param members how many networks share the matrices
 * @param bins of the piecewise linear encoding, 0 for none
 * @param dropout share of hidden values dropped
 * @param learningRate peak of the one-cycle schedule
 * @param weightDecay of AdamW
 * @param batchSize rows a step at most
 * @param epochs at most
 * @param patience epochs without a lower validation loss before training stops
 */
record MlpSettings(
        List<Integer> widths,
        Activation activation,
        boolean normalises,
        int members,
        int bins,
        double dropout,
        double learningRate,
        double weightDecay,
        int batchSize,
        int epochs,
        int patience) {
    private static final int MOST_LAYERS = 4;
    private static final int MOST_EPOCHS = 10_000;
    private static final int PATIENCE = 16;
    private static final String PIECEWISE_LINEAR = "piecewiseLinear";

    /** The names a configuration may use. */
    static final Set<String> PARAMETERS = Set.of(
            "depth",
            "width",
            "width2",
            "width3",
            "width4",
            "activation",
            "normalisation",
            "members",
            "numericEmbedding",
            "bins",
            "dropout",
            "learningRate",
            "weightDecay",
            "batchSize",
            "epochs",
            "patience");

    MlpSettings {
        widths = List.copyOf(widths);
    }

    /**
     * The settings of a configuration; what it leaves out has the default.
     *
     * @throws TrainingFailure if a value is out of its range
     */
    static MlpSettings of(Configuration configuration) {
        CheckedValues values = new CheckedValues(configuration);
        int epochs = values.whole("epochs", 40, 1, MOST_EPOCHS);
        return new MlpSettings(
                widths(values),
                activation(values),
                values.word("normalisation", "none", List.of("none", "layer")).equals("layer"),
                values.whole("members", 1, 1, 64),
                bins(values),
                values.real("dropout", 0.1, 0, 0.9),
                values.real("learningRate", 3e-3, 0, Double.MAX_VALUE),
                values.real("weightDecay", 1e-2, 0, Double.MAX_VALUE),
                values.whole("batchSize", 256, 1, 1 << 16),
                epochs,
                values.whole("patience", PATIENCE, 1, MOST_EPOCHS));
    }

    private static List<Integer> widths(CheckedValues values) {
        int depth = values.whole("depth", 2, 1, MOST_LAYERS);
        int width = values.whole("width", 192, 1, 4096);
        return IntStream.rangeClosed(1, depth)
                .map(layer -> layer == 1 ? width : values.whole("width" + layer, width, 1, 4096))
                .boxed()
                .toList();
    }

    private static Activation activation(CheckedValues values) {
        List<String> words =
                Arrays.stream(Activation.values()).map(Activation::word).toList();
        return Activation.valueOf(values.word("activation", "relu", words).toUpperCase(Locale.ROOT));
    }

    private static int bins(CheckedValues values) {
        String embedding = values.word("numericEmbedding", PIECEWISE_LINEAR, List.of("none", PIECEWISE_LINEAR));
        return embedding.equals(PIECEWISE_LINEAR) ? values.whole("bins", 32, 2, 256) : 0;
    }
}
