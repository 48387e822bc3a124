package io.thresher.server.searchjob;

import io.thresher.server.Fault;
import io.thresher.server.searchjob.SearchJobRequest.LimitsRequest;
import io.thresher.trial.Cost;
import io.thresher.trial.Limits;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the limits of a request. */
final class RequestedLimits {
    private final List<Fault> faults;

    /**
     * @param faults where what is wrong is added
     */
    RequestedLimits(List<Fault> faults) {
        this.faults = faults;
    }

    /** The limits of a job; none if there are none, or if something is wrong with them. */
    Limits read(@Nullable LimitsRequest request) {
        if (request == null) {
            return Limits.NONE;
        }
        Map<Cost, Double> most = new EnumMap<>(Cost.class);
        add(most, Cost.ONE_ROW, request.predictMicrosOneRow());
        add(most, Cost.ROW_OF_MANY, request.predictMicrosPerRow());
        add(most, Cost.MODEL_SIZE, request.modelBytes());
        add(most, Cost.TRAINING_MEMORY, request.trainPeakBytes());
        return new Limits(most);
    }

    private void add(Map<Cost, Double> most, Cost cost, @Nullable Number limit) {
        if (limit == null) {
            return;
        }
        double value = limit.doubleValue();
        if (value > 0 && Double.isFinite(value)) {
            most.put(cost, value);
            return;
        }
        String unit = cost == Cost.ONE_ROW || cost == Cost.ROW_OF_MANY ? "microseconds" : "bytes";
        faults.add(Fault.at("/limits/" + cost.word(), "must be a number of %s above 0, got %s".formatted(unit, limit)));
    }
}
