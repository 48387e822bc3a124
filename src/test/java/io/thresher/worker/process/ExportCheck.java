package io.thresher.worker.process;

import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.metric.Predictions;
import io.thresher.model.FeatureMatrix;
import io.thresher.model.ModelFamily;
import io.thresher.model.TrainingFailure;
import io.thresher.model.TrainingProgress;
import io.thresher.onnx.EchoModel;
import io.thresher.onnx.OnnxExport;
import io.thresher.onnx.Scorer;
import io.thresher.pipeline.FittedPipeline;
import io.thresher.pipeline.Pipeline;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Fits a few members, exports their average, and compares the file with what the members predict in the JVM. */
final class ExportCheck {
    private static final double TOLERANCE = 1e-5;

    private final ModelFamily family;
    private final Configuration configuration;

    ExportCheck(ModelFamily family, Configuration configuration) {
        this.family = family;
        this.configuration = configuration;
    }

    /**
     * Compares on rows never seen and on training rows.
     *
     * @return what differs; nothing if all is well
     * @throws TrainingFailure if the configuration cannot be trained on these rows
     */
    Optional<String> differences(ParityRows rows, SplittableRandom random) {
        List<FittedPipeline> members = new ArrayList<>();
        try {
            for (int member = random.nextInt(3); member >= 0; member--) {
                members.add(member(rows, random));
            }
            Path file = Files.createTempFile("parity", ".onnx");
            try {
                OnnxExport.write(members, rows.target().classes(), Map.of(), file);
                try (Scorer scorer = Scorer.load(file)) {
                    return compare(members, rows.others(), rows.target(), scorer)
                            .or(() -> compare(members, rows.training(), rows.target(), scorer));
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            members.forEach(FittedPipeline::close);
        }
    }

    private FittedPipeline member(ParityRows rows, SplittableRandom random) {
        int count = rows.training().rows();
        int[] left = IntStream.range(0, count).filter(row -> row % 4 == 0).toArray();
        int[] kept = IntStream.range(0, count)
                .filter(row -> row % 4 != 0 && random.nextInt(8) > 0)
                .toArray();
        return new Pipeline(RepairRecipe.NONE, family, configuration)
                .fit(take(rows, kept), take(rows, left), new Seed(random.nextLong()), TrainingProgress.UNOBSERVED);
    }

    private static Pipeline.Rows take(ParityRows rows, int[] kept) {
        return new Pipeline.Rows(rows.training().take(kept), rows.target().take(kept));
    }

    private static Optional<String> compare(List<FittedPipeline> members, Table rows, Target target, Scorer scorer) {
        Predictions expected = ModelHandover.average(members, rows);
        Predictions exported = scorer.predict(rows);
        double size = target.task().isClassification() ? 0 : meanSize(target);
        for (int row = 0; row < rows.rows(); row++) {
            for (int output = 0; output < expected.width(); output++) {
                double a = expected.value(row, output);
                double b = exported.value(row, output);
                double unit = size == 0 ? 1 : Math.max(size, Math.abs(a));
                if (a != b && !(Math.abs(a - b) <= TOLERANCE * unit)) {
                    return Optional.of(String.format(
                            Locale.ROOT,
                            "row %d, output %d: %s in the JVM, %s exported; %s",
                            row,
                            output,
                            a,
                            b,
                            differingFeatures(members.get(0), rows.take(new int[] {row}))));
                }
            }
        }
        return Optional.empty();
    }

    /** The features of one row that the graph computes otherwise than the JVM, so that the culprit is found at once. */
    private static String differingFeatures(FittedPipeline member, Table row) {
        FeatureMatrix features = member.preparation().apply(row);
        FittedPipeline echo = new FittedPipeline(RepairRecipe.NONE, member.preparation(), new EchoModel());
        try {
            Path file = Files.createTempFile("features", ".onnx");
            try {
                OnnxExport.write(List.of(echo), features.names(), Map.of(), file);
                try (Scorer scorer = Scorer.load(file)) {
                    float[] drawn = scorer.predict(row).values();
                    return IntStream.range(0, drawn.length)
                            .filter(i -> Float.compare(drawn[i], features.value(0, i)) != 0)
                            .mapToObj(i -> "feature '%s' is %s and %s"
                                    .formatted(features.names().get(i), features.value(0, i), drawn[i]))
                            .limit(5)
                            .collect(Collectors.joining(", ", "[", "]"));
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double meanSize(Target target) {
        double sum = 0;
        for (double value : target.values()) {
            sum += Math.abs(value);
        }
        return sum / target.rows();
    }
}
