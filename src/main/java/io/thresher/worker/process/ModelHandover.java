package io.thresher.worker.process;

import io.thresher.data.DatasetSchema;
import io.thresher.data.Labelled;
import io.thresher.data.Table;
import io.thresher.metric.Parity;
import io.thresher.metric.Predictions;
import io.thresher.metric.PredictionsFile;
import io.thresher.model.Device;
import io.thresher.onnx.OnnxExport;
import io.thresher.onnx.Scorer;
import io.thresher.onnx.ScoringTime;
import io.thresher.pipeline.FittedPipeline;
import io.thresher.trial.CheckedRows;
import io.thresher.trial.CrossValidated;
import io.thresher.trial.FailureReason;
import io.thresher.trial.Footprint;
import io.thresher.trial.TrialOutcome;
import io.thresher.trial.TrialSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/**
 * Turns what a trial trained into the files it hands in. The model is the average of the fold members, and it is handed
 * in only if the file predicts what the members predict.
 */
final class ModelHandover {
    private final TrialSpec trial;
    private final DatasetSchema schema;
    private final Labelled rows;
    private final Device device;
    private final PeakMemory memory;

    /**
     * @param schema how the rows were read; the file tells it, so that others are read alike
     * @param rows that the members were trained and validated on
     * @param device what trained the members
     * @param memory that was begun anew before the training
     */
    ModelHandover(TrialSpec trial, DatasetSchema schema, Labelled rows, Device device, PeakMemory memory) {
        this.trial = trial;
        this.schema = schema;
        this.rows = rows;
        this.device = device;
        this.memory = memory;
    }

    /**
     * Writes the files.
     *
     * @param wanted asked between the steps; if they are not, it ends without them
     */
    TrialOutcome write(CrossValidated trained, HandedIn files, BooleanSupplier wanted) throws IOException {
        if (!Double.isFinite(trained.score())) {
            return new TrialOutcome.Failed(
                    FailureReason.ERROR,
                    "%s is not defined on these rows"
                            .formatted(trial.objective().metric().word()));
        }
        OptionalLong peak = memory.bytes();
        OnnxExport.write(
                trained.model(),
                rows.target().classes(),
                new TrialFacts(trial, schema, rows.features(), device).of(trained),
                files.model());
        if (!wanted.getAsBoolean()) {
            return unwanted(trained);
        }
        Table sample = CheckedRows.of(rows.features());
        try (Scorer scorer = Scorer.load(files.model())) {
            if (!wanted.getAsBoolean()) {
                return unwanted(trained);
            }
            Predictions exported = scorer.predict(sample);
            double difference = difference(average(trained.model(), sample), exported);
            if (!(difference <= Parity.TOLERANCE)) {
                return new TrialOutcome.Failed(
                        FailureReason.EXPORT_MISMATCH,
                        String.format(Locale.ROOT, "the exported model differs by %.2g", difference));
            }
            PredictionsFile.write(exported, files.checked());
            PredictionsFile.write(trained.outOfFold(), files.outOfFold());
            ScoringTime time = ScoringTime.of(scorer, sample);
            return new TrialOutcome.Succeeded(
                    trained.score(),
                    trained.foldScores(),
                    trained.rungLosses(),
                    trained.trainSeconds(),
                    new Footprint(time.microsOneRow(), time.microsPerRow(), Files.size(files.model()), peak));
        }
    }

    private double difference(Predictions members, Predictions exported) {
        return trial.objective().task().isClassification()
                ? Parity.absolute(members, exported)
                : Parity.relative(members, exported);
    }

    private static TrialOutcome unwanted(CrossValidated trained) {
        return new TrialOutcome.Pruned("stopped early", List.of(), OptionalDouble.empty(), trained.trainSeconds());
    }

    /** The mean of what the members predict, in the JVM. */
    static Predictions average(List<FittedPipeline> members, Table sample) {
        double[] sums = new double[0];
        int width = 1;
        for (FittedPipeline member : members) {
            Predictions predictions = member.predict(sample);
            width = predictions.width();
            float[] values = predictions.values();
            sums = sums.length == 0 ? new double[values.length] : sums;
            for (int i = 0; i < values.length; i++) {
                sums[i] += values[i];
            }
        }
        float[] average = new float[sums.length];
        for (int i = 0; i < average.length; i++) {
            average[i] = (float) (sums[i] / members.size());
        }
        return new Predictions(sample.rows(), width, average);
    }
}
