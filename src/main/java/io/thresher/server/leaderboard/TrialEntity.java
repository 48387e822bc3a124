package io.thresher.server.leaderboard;

import io.thresher.job.PlannedTrial;
import io.thresher.job.TrialRecord;
import io.thresher.space.Configuration;
import io.thresher.trial.Cost;
import io.thresher.trial.FailureReason;
import io.thresher.trial.Footprint;
import io.thresher.trial.TradeOff;
import io.thresher.trial.TrialOutcome;
import io.thresher.trial.TrialOutcome.Cancelled;
import io.thresher.trial.TrialOutcome.Failed;
import io.thresher.trial.TrialOutcome.Pruned;
import io.thresher.trial.TrialOutcome.Succeeded;
import io.thresher.trial.TrialState;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A trial's row. */
@Entity
@Table(name = "trial")
@IdClass(TrialId.class)
class TrialEntity {
    private static final String SEPARATOR = ",";

    @Id
    String job;

    @Id
    int number;

    String family;

    @Convert(converter = ConfigurationColumn.class)
    Configuration configuration;

    /** Numbers of earlier trials whose outcomes did not count when this one was decided on. */
    String unseen;

    /** Whether a user asked for it. */
    boolean requested;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    TrialState state;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Nullable
    FailureReason reason;

    @Nullable
    String message;

    /** Whether it was cancelled because its job ended. */
    boolean cancelledWithJob;

    /** What it reached; of a pruned trial, what the folds it finished let expect. */
    @Nullable
    Double score;

    /** Lower is better; there for trials that succeeded, and only for them. */
    @Nullable
    Double loss;

    @Nullable
    Double scoreStd;

    @Nullable
    String foldScores;

    /** Lowest losses of the first fold up to the rungs of its curve. */
    @Nullable
    String rungLosses;

    @Nullable
    Double trainSeconds;

    @Nullable
    Double predictMicrosOneRow;

    @Nullable
    Double predictMicrosPerRow;

    @Nullable
    Long modelBytes;

    @Nullable
    Long trainPeakBytes;

    /** Words of the costs that are over the limits of the job. */
    String missedLimits;

    /** How many these are: trials that miss none rank before all others. */
    int limitsMissed;

    /** Whether no trial within the limits is better in one of score, latency and size and no worse in the others. */
    boolean paretoOptimal;

    @Nullable
    String worker;

    Instant queuedAt;

    @Nullable
    Instant startedAt;

    @Nullable
    Instant endedAt;

    static TrialEntity queued(String job, PlannedTrial plan, Instant now) {
        TrialEntity trial = new TrialEntity();
        trial.job = job;
        trial.number = plan.number();
        trial.family = plan.configuration().family();
        trial.configuration = plan.configuration();
        trial.unseen = plan.unseen().stream().map(String::valueOf).collect(Collectors.joining(SEPARATOR));
        trial.requested = plan.requested();
        trial.missedLimits = "";
        trial.state = TrialState.QUEUED;
        trial.queuedAt = now;
        return trial;
    }

    void end(TrialOutcome outcome, double lossIfSucceeded, Instant now) {
        state = outcome.state();
        endedAt = now;
        if (outcome instanceof Succeeded succeeded) {
            score = succeeded.score();
            loss = lossIfSucceeded;
            scoreStd = succeeded.scoreStd();
            foldScores = joined(succeeded.foldScores());
            rungLosses = joined(succeeded.rungLosses());
            trainSeconds = succeeded.trainSeconds();
            cost(succeeded.footprint());
        }
        if (outcome instanceof Pruned pruned) {
            score = pruned.expectedScore().isPresent() ? pruned.expectedScore().getAsDouble() : null;
            foldScores = joined(pruned.foldScores());
            rungLosses = joined(pruned.rungLosses());
            trainSeconds = pruned.trainSeconds();
        }
        if (outcome instanceof Failed failed) {
            reason = failed.reason();
            trainSeconds = failed.seconds() > 0 ? failed.seconds() : null;
        }
        cancelledWithJob = outcome instanceof Cancelled cancelled && cancelled.withJob();
        message = outcome.match(succeeded -> null, Failed::message, Pruned::message, Cancelled::message);
    }

    private void cost(Footprint model) {
        predictMicrosOneRow = Double.isFinite(model.microsOneRow()) ? model.microsOneRow() : null;
        predictMicrosPerRow = model.microsPerRow();
        modelBytes = model.modelBytes();
        trainPeakBytes =
                model.trainPeakBytes().isPresent() ? model.trainPeakBytes().getAsLong() : null;
    }

    private Footprint footprint() {
        return new Footprint(
                Objects.requireNonNullElse(predictMicrosOneRow, Double.NaN),
                Objects.requireNonNull(predictMicrosPerRow),
                Objects.requireNonNull(modelBytes),
                trainPeakBytes == null ? OptionalLong.empty() : OptionalLong.of(trainPeakBytes));
    }

    void miss(List<Cost> costs) {
        missedLimits = costs.stream().map(Cost::word).collect(Collectors.joining(SEPARATOR));
        limitsMissed = costs.size();
    }

    /** Words of the costs that are over the limits of the job. */
    List<String> missed() {
        return missedLimits.isEmpty() ? List.of() : List.of(missedLimits.split(SEPARATOR, -1));
    }

    /** What speaks for the trial and what against it; nothing unless it may win. */
    Optional<TradeOff> tradeOff() {
        return loss == null || limitsMissed > 0 ? Optional.empty() : TradeOff.of(number, loss, footprint());
    }

    TrialRecord toRecord() {
        List<Integer> hidden = unseen.isEmpty()
                ? List.of()
                : Arrays.stream(unseen.split(SEPARATOR, -1))
                        .map(Integer::valueOf)
                        .toList();
        return new TrialRecord(new PlannedTrial(number, configuration, hidden, requested), state, outcome());
    }

    Optional<TrialOutcome> outcome() {
        String said = Objects.requireNonNullElse(message, "");
        return switch (state) {
            case QUEUED, RUNNING -> Optional.empty();
            case SUCCEEDED -> Optional.of(succeeded());
            case PRUNED -> Optional.of(pruned(said));
            case CANCELLED -> Optional.of(new Cancelled(said, cancelledWithJob));
            case FAILED, INFEASIBLE ->
                Optional.of(new Failed(
                        Objects.requireNonNullElse(reason, FailureReason.ERROR),
                        said,
                        Objects.requireNonNullElse(trainSeconds, 0.0)));
        };
    }

    /** What it reached; only for a trial that succeeded. */
    Succeeded succeeded() {
        return new Succeeded(
                Objects.requireNonNull(score),
                folds(),
                separate(rungLosses),
                Objects.requireNonNull(trainSeconds),
                footprint());
    }

    private Pruned pruned(String said) {
        return new Pruned(
                said,
                folds(),
                separate(rungLosses),
                score == null ? OptionalDouble.empty() : OptionalDouble.of(score),
                Objects.requireNonNullElse(trainSeconds, 0.0));
    }

    private static String joined(List<Double> scores) {
        return scores.stream().map(String::valueOf).collect(Collectors.joining(SEPARATOR));
    }

    List<Double> folds() {
        return separate(foldScores);
    }

    private static List<Double> separate(@Nullable String numbers) {
        return numbers == null || numbers.isEmpty()
                ? List.of()
                : Arrays.stream(numbers.split(SEPARATOR, -1))
                        .map(Double::valueOf)
                        .toList();
    }
}
