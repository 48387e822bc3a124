package io.thresher.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** How the first fold of a trial does in a {@link CurveRace}. */
final class CurveProgress {
    private final CurveRace race;
    private final List<Integer> rungSteps;
    private final List<Double> rungLosses = new ArrayList<>();
    private double lowest = Double.POSITIVE_INFINITY;
    private Optional<CurveRace.Bar> stoppedBy = Optional.empty();
    private int stepsTaken;

    /**
     * @param plannedSteps of such a trial; none if its family has no curve to compare
     */
    CurveProgress(CurveRace race, OptionalInt plannedSteps) {
        this.race = race;
        this.rungSteps = plannedSteps.isEmpty()
                ? List.of()
                : CurveRace.RUNGS.stream()
                        .map(part -> (int) Math.max(1, Math.ceil(part * plannedSteps.getAsInt())))
                        .toList();
    }

    /** A loss after {@code step} steps. Whether the trial keeps up. */
    boolean keepsUp(int step, double loss) {
        stepsTaken = step;
        lowest = Math.min(lowest, loss);
        while (rungLosses.size() < rungSteps.size() && step >= rungSteps.get(rungLosses.size())) {
            int rung = rungLosses.size();
            rungLosses.add(lowest);
            if (stoppedBy.isEmpty()) {
                stoppedBy = race.stopping(rung, lowest);
            }
        }
        return stoppedBy.isEmpty();
    }

    /** The lowest losses up to the rungs; of a training that ended before one, its lowest. */
    List<Double> rungLosses() {
        List<Double> all = new ArrayList<>(rungLosses);
        while (stoppedBy.isEmpty() && Double.isFinite(lowest) && all.size() < rungSteps.size()) {
            all.add(lowest);
        }
        return List.copyOf(all);
    }

    boolean isLost() {
        return stoppedBy.isPresent();
    }

    /** Steps after which it was lost, if it was. */
    OptionalInt stepsTaken() {
        return isLost() ? OptionalInt.of(stepsTaken) : OptionalInt.empty();
    }

    /** The loss over all folds to expect of a trial that was lost. */
    OptionalDouble expectedLoss() {
        return stoppedBy
                .map(bar -> OptionalDouble.of(bar.expected().of(rungLosses.get(bar.rung()))))
                .orElse(OptionalDouble.empty());
    }
}
