package io.thresher.job;

import io.thresher.search.FirstLooks;
import io.thresher.search.Observation;
import io.thresher.search.RungForecast;
import io.thresher.search.SuccessiveHalving;
import io.thresher.space.Configuration;
import io.thresher.trial.CurveRace;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What the learning curve of a trial must keep up with: those of the earlier trials of its family on as many rows. */
final class FamilyCurves {
    private FamilyCurves() {}

    /** The race of the curve of the next trial, one of this configuration, after these trials have ended. */
    static CurveRace of(List<Observation> history, Configuration configuration) {
        List<Observation> comparable = history.stream()
                .filter(known -> known.configuration().family().equals(configuration.family()))
                .filter(known -> rows(known.configuration()) == rows(configuration))
                .filter(Observation::isWithinLimits)
                .toList();
        List<CurveRace.Bar> bars = new ArrayList<>();
        for (int rung = 0; rung < CurveRace.RUNGS.size(); rung++) {
            int at = rung;
            List<Observation> reached = comparable.stream()
                    .filter(known -> known.rungLosses().size() > at)
                    .toList();
            List<Observation> finished = reached.stream()
                    .filter(known -> !known.stoppedEarly() && known.loss().isPresent())
                    .toList();
            OptionalDouble bar = SuccessiveHalving.HALVES.bar(reached.stream()
                    .mapToDouble(known -> known.rungLosses().get(at))
                    .toArray());
            if (bar.isPresent() && !finished.isEmpty()) {
                bars.add(new CurveRace.Bar(rung, bar.getAsDouble(), expected(finished, rung)));
            }
        }
        return new CurveRace(bars);
    }

    private static int rows(Configuration configuration) {
        return configuration.integer(FirstLooks.PARAMETER, Integer.MAX_VALUE);
    }

    private static CurveRace.Outcome expected(List<Observation> finished, int rung) {
        RungForecast forecast = RungForecast.through(
                finished.stream()
                        .mapToDouble(known -> known.rungLosses().get(rung))
                        .toArray(),
                finished.stream()
                        .mapToDouble(known -> known.loss().orElseThrow())
                        .toArray());
        return new CurveRace.Outcome(forecast.offset(), forecast.slope(), forecast.lowest());
    }
}
