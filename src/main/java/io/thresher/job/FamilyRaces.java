package io.thresher.job;

import io.thresher.search.Observation;
import io.thresher.trial.FoldRace;
import java.util.Comparator;
import java.util.List;

/**
 * What trials must keep up with. A trial races the best of its own family only: that another family is better at all is no
 * reason against one that an ensemble gains from. Nor does it race what is over the limits of the job and cannot win.
 */
final class FamilyRaces {
    private FamilyRaces() {}

    /** The race of the next trial of {@code family}, after these trials have ended. */
    static FoldRace of(List<Observation> history, String family) {
        List<Observation> complete = history.stream()
                .filter(known -> !known.stoppedEarly() && known.loss().isPresent() && known.isWithinLimits())
                .filter(known -> known.configuration().family().equals(family))
                .sorted(Comparator.comparingDouble(
                        (Observation known) -> known.loss().getAsDouble()))
                .toList();
        if (complete.isEmpty()) {
            return FoldRace.NONE;
        }
        Observation best = complete.get(0);
        List<List<Double>> others = complete.stream()
                .skip(1)
                .map(Observation::foldLosses)
                .filter(losses -> losses.size() == best.foldLosses().size())
                .toList();
        return FoldRace.against(best.loss().getAsDouble(), best.foldLosses(), others);
    }
}
