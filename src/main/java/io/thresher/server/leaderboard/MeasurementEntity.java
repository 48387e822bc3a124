package io.thresher.server.leaderboard;

import io.thresher.trial.Measurement;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A measurement's row; the ids of a trial's measurements rise in the order in which they came in. */
@Entity
@Table(name = "measurement")
class MeasurementEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    String job;
    int trial;
    int fold;
    int step;
    double loss;

    @Nullable
    Double trainingLoss;

    static MeasurementEntity of(String job, int trial, Measurement measurement) {
        MeasurementEntity row = new MeasurementEntity();
        row.job = job;
        row.trial = trial;
        row.fold = measurement.fold();
        row.step = measurement.step();
        measurement.trainingLoss().ifPresent(loss -> row.trainingLoss = loss);
        row.loss = measurement.validationLoss();
        return row;
    }

    Measurement toMeasurement() {
        return new Measurement(
                fold, step, trainingLoss == null ? OptionalDouble.empty() : OptionalDouble.of(trainingLoss), loss);
    }
}
