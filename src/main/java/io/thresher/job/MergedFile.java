package io.thresher.job;

import io.thresher.data.Table;
import io.thresher.ensemble.Temperature;
import io.thresher.metric.Parity;
import io.thresher.metric.Predictions;
import io.thresher.onnx.OnnxMerge;
import io.thresher.onnx.Scorer;
import io.thresher.onnx.ScoringTime;
import io.thresher.onnx.WeightedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The model files of several trials as one, which must predict what they predict together. */
final class MergedFile {
    private final List<WeightedModel> members;
    private final double temperature;

    MergedFile(List<WeightedModel> members, double temperature) {
        this.members = List.copyOf(members);
        this.temperature = temperature;
    }

    /**
     * Writes it.
     *
     * @param facts what it says of itself
     * @param sample rows on which it is compared with its members
     * @return how long it takes to predict; nothing if it predicts something else than they do
     */
    Optional<ScoringTime> write(Map<String, String> facts, Table sample, Path file) throws IOException {
        OnnxMerge.write(members, temperature, facts, file);
        try (Scorer scorer = Scorer.load(file)) {
            Predictions merged = scorer.predict(sample);
            Predictions expected = Temperature.apply(
                    average(sample), scorer.signature().classes().isEmpty() ? 1 : temperature);
            double difference = scorer.signature().classes().isEmpty()
                    ? Parity.relative(expected, merged)
                    : Parity.absolute(expected, merged);
            return difference <= Parity.TOLERANCE ? Optional.of(ScoringTime.of(scorer, sample)) : Optional.empty();
        }
    }

    private Predictions average(Table sample) {
        double[] sums = new double[0];
        for (WeightedModel member : members) {
            try (Scorer scorer = Scorer.load(member.file())) {
                float[] values = scorer.predict(sample).values();
                sums = sums.length == 0 ? new double[values.length] : sums;
                for (int i = 0; i < values.length; i++) {
                    sums[i] += member.weight() * values[i];
                }
            }
        }
        float[] average = new float[sums.length];
        for (int i = 0; i < average.length; i++) {
            average[i] = (float) sums[i];
        }
        return new Predictions(sample.rows(), average.length / sample.rows(), average);
    }
}
