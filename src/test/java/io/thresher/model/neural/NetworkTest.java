package io.thresher.model.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import io.thresher.data.Target;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.TargetScale;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NetworkTest {
    private static final int ROWS = 5;
    private static final FeatureMatrix FEATURES =
            new FeatureMatrix(List.of("first", "second", "third"), ROWS, new float[] {
                .3f, -1.2f, .5f, 1.1f, .2f, -.4f, -.7f, .9f, .1f, 2f, -.3f, .8f, -1.5f, .6f, 1.3f
            });

    @ParameterizedTest
    @CsvSource({
        "mlp,tanh,none,none",
        "mlp,silu,none,periodic",
        "mlp,gelu,layer,none",
        "tabm,gelu,none,none",
        "tabm,tanh,layer,periodic",
        "resnet,silu,none,none"
    })
    void gradients_are_those_of_finite_differences_also_the_second_time(
            String backbone, String activation, String normalisation, String embedding) {
        Architecture architecture = architecture(backbone, activation, normalisation, embedding);
        Weights weights = Weights.drawn(architecture.network().weights(), new Seed(1).random());
        // The last layer starts at zero, where no gradient would reach the layers before it.
        weights.values().get(weights.values().size() - 2)[0] = 0.7f;
        Weights gradients = weights.zeros();
        try (NDManager manager = Torch.manager();
                NativeWeights natives =
                        NativeWeights.trainable(architecture.network().layers(), weights, manager)) {
            backward(architecture, natives, manager);
            natives.takeGradients(weights, gradients);
            backward(architecture, natives, manager);
            natives.takeGradients(weights, gradients);
            for (int i = 0; i < weights.values().size(); i++) {
                float[] values = weights.values().get(i);
                for (int j = 0; j < values.length; j += 3) {
                    double slope = slope(architecture, weights, values, j, natives, manager);
                    assertThat((double) gradients.values().get(i)[j]).isCloseTo(slope, within(2e-3));
                }
            }
        }
    }

    private static double slope(
            Architecture architecture, Weights weights, float[] values, int at, NativeWeights natives, NDManager m) {
        float step = 5e-3f;
        float value = values[at];
        values[at] = value + step;
        natives.load(weights);
        double above = backward(architecture, natives, m);
        values[at] = value - step;
        natives.load(weights);
        double below = backward(architecture, natives, m);
        values[at] = value;
        return (above - below) / (2 * step);
    }

    private static double backward(Architecture architecture, NativeWeights natives, NDManager manager) {
        float[] aims = architecture.head().aims(target());
        return new BatchGradient(architecture, FEATURES, aims, new Mixup(0, new Seed(1).random()), Dropout.NONE)
                .backward(new int[] {4, 0, 3, 1, 2}, natives, manager);
    }

    private static Architecture architecture(
            String backbone, String activation, String normalisation, String embedding) {
        Map<String, Object> values = new HashMap<>(Map.of("width", 6, "depth", 2));
        values.put("activation", activation);
        values.put("normalisation", normalisation);
        values.put("members", 3);
        values.put("backbone", backbone);
        values.put("numericEmbedding", embedding);
        MlpSettings settings = MlpSettings.of(new Configuration("neural", values), 100);
        InputEncoding encoding = settings.embedding().fit(FEATURES);
        Head head = new NumberHead(TargetScale.of(target()));
        return new Architecture(encoding, Network.of(settings.shape(), encoding, head.start()), head);
    }

    private static Target target() {
        return Target.ofNumbers(new double[] {1, -2, 0.5, 3, -1});
    }
}
