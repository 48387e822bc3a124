package io.thresher.job;

import io.thresher.ensemble.Choice;
import io.thresher.ensemble.EnsembleLimits;
import io.thresher.ensemble.Load;
import io.thresher.ensemble.Member;
import io.thresher.trial.Cost;
import io.thresher.trial.Limits;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How large an ensemble may become: by what was asked for, by what loads in a moment and runs anywhere, and by what there is
 * time to make one file of.
 *
 * @param finished trials that may be members
 * @param deadline until which the model must be made
 * @param pace of making files one
 */
record MergingRoom(List<FinishedTrial> finished, Deadline deadline, DeliveryPace pace) {
    /** Files of an ensemble's members together: it should load in a moment and run anywhere. */
    static final long MOST_BYTES = 128L << 20;

    /** Merging may have what choosing seldom needs: it is reckoned with room, and given up where that was not enough. */
    private static final double MERGING_SHARE = 0.8;
    /** Of what is left when a second layer is tried: fitting it takes time, too. */
    private static final double STACKING_SHARE = 0.5;

    /** How long it may take to make all there is room for one file. */
    double mergingSeconds() {
        double together = finished.stream()
                .filter(FinishedTrial::modelKept)
                .mapToDouble(trial -> (double) trial.footprint().modelBytes())
                .sum();
        return pace.mergingSeconds(Math.min(mergeable(), together));
    }

    /** Room for the members of an ensemble. */
    EnsembleLimits ofEnsemble(SearchJob job) {
        if (!job.ensemble()) {
            return EnsembleLimits.NO_ENSEMBLE;
        }
        double bytes = mergeable();
        Limits asked = job.objective().limits();
        Load most = new Load(most(asked, Cost.MODEL_SIZE), most(asked, Cost.ONE_ROW), most(asked, Cost.ROW_OF_MANY));
        return most.equals(Load.mostBytes(Double.POSITIVE_INFINITY))
                ? EnsembleLimits.of((long) bytes)
                : EnsembleLimits.within(most.min(Load.mostBytes(bytes)));
    }

    /** Room for a second layer over it, by the time that is left now: it takes in many more, each for little. */
    EnsembleLimits ofStack(EnsembleLimits limits, Choice plain) {
        Set<Integer> members = plain.members().stream().map(Member::number).collect(Collectors.toSet());
        double ofMembers = finished.stream()
                .filter(trial -> members.contains(trial.number()))
                .mapToDouble(trial -> (double) trial.footprint().modelBytes())
                .sum();
        return limits.noLargerThan(Math.max(ofMembers, pace.bytesIn(deadline.secondsLeft() * STACKING_SHARE)));
    }

    /** Bytes that there is time to merge. */
    private double mergeable() {
        return Math.min((double) MOST_BYTES, pace.bytesIn(deadline.secondsLeft() * MERGING_SHARE));
    }

    private static double most(Limits limits, Cost cost) {
        return limits.of(cost).orElse(Double.POSITIVE_INFINITY);
    }
}
