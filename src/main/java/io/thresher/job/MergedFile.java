package io.thresher.job;

import io.thresher.data.Table;
import io.thresher.ensemble.Stack;
import io.thresher.ensemble.Temperature;
import io.thresher.metric.Parity;
import io.thresher.metric.Predictions;
import io.thresher.metric.PredictionsFile;
import io.thresher.onnx.OnnxMerge;
import io.thresher.onnx.Scorer;
import io.thresher.onnx.ScoringTime;
import io.thresher.onnx.StackedLayer;
import io.thresher.onnx.WeightedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The model files of several trials as one, which must predict what they predict together. */
final class MergedFile {
    private final List<Part> members;
    private final Optional<Stack> stack;
    private final double temperature;

    /**
     * A member.
     *
     * @param weight at least 0
     * @param checked what it is known to predict for the checked rows; if that is missing, it is asked
     */
    record Part(Path model, double weight, Path checked) {}

    MergedFile(List<Part> members, Optional<Stack> stack, double temperature) {
        this.members = List.copyOf(members);
        this.stack = stack;
        this.temperature = temperature;
    }

    /**
     * Writes it.
     *
     * @param facts what it says of itself
     * @param sample the checked rows, on which it is compared with its members
     * @return how long it takes to predict; nothing if it predicts something else than they do
     */
    Optional<ScoringTime> write(Map<String, String> facts, Table sample, Path file) throws IOException {
        List<Predictions> asked = ofMembers(sample);
        List<WeightedModel> models = members.stream()
                .map(member -> new WeightedModel(member.model(), member.weight()))
                .toList();
        OnnxMerge.write(models, stack.map(MergedFile::layer), temperature, facts, file);
        try (Scorer scorer = Scorer.load(file)) {
            Predictions merged = scorer.predict(sample);
            boolean numbers = scorer.signature().classes().isEmpty();
            Predictions expected = together(asked, numbers);
            double difference = numbers ? Parity.relative(expected, merged) : Parity.absolute(expected, merged);
            return difference <= Parity.TOLERANCE ? Optional.of(ScoringTime.of(scorer, sample)) : Optional.empty();
        }
    }

    /** Loading large files takes longest: a member is loaded only if it did not tell. */
    private List<Predictions> ofMembers(Table sample) throws IOException {
        List<Predictions> all = new ArrayList<>();
        for (Part member : members) {
            if (Files.exists(member.checked())) {
                all.add(PredictionsFile.read(member.checked()));
            } else {
                try (Scorer scorer = Scorer.load(member.model())) {
                    all.add(scorer.predict(sample));
                }
            }
        }
        return all;
    }

    private Predictions together(List<Predictions> all, boolean numbers) {
        List<Double> weights = members.stream().map(Part::weight).toList();
        return stack.map(layer -> layer.apply(all, weights))
                .orElseGet(() -> Temperature.apply(average(all), numbers ? Temperature.NEUTRAL : temperature));
    }

    private static StackedLayer layer(Stack stack) {
        return new StackedLayer(stack.scale(), stack.coefficients(), stack.offsets(), Stack.SMALLEST_PROBABILITY);
    }

    private Predictions average(List<Predictions> all) {
        double[] sums = new double[all.get(0).values().length];
        for (int member = 0; member < members.size(); member++) {
            float[] values = all.get(member).values();
            for (int i = 0; i < values.length; i++) {
                sums[i] += members.get(member).weight() * values[i];
            }
        }
        float[] average = new float[sums.length];
        for (int i = 0; i < average.length; i++) {
            average[i] = (float) sums[i];
        }
        return new Predictions(all.get(0).rows(), all.get(0).width(), average);
    }
}
