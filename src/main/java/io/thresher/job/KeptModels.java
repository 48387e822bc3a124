package io.thresher.job;

import io.thresher.search.Observation;
import io.thresher.trial.Footprint;
import io.thresher.trial.TradeOff;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which finished trials keep their models: the best of all, to be delivered, and the best few of every family, since an
 * ensemble gains most from members that err elsewhere; and those on the front of score, latency and size, for a user to
 * pick: these are no members of ensembles, since what was measured must not sway what a search delivers. A long search of
 * large models must not fill the disk. What is over the limits of the job is never kept: it cannot be delivered.
 */
final class KeptModels {
    /** Models kept of the best trials of all. */
    static final int OF_ALL = 20;
    /** Models kept of the best trials of each family. */
    static final int OF_EACH_FAMILY = 5;

    /** Lower losses first; of equals the trial with the lower number. */
    static final Comparator<Observation> BEST_FIRST = Comparator.comparingDouble(
                    (Observation trial) -> trial.loss().orElse(Double.POSITIVE_INFINITY))
            .thenComparing(Observation::number);

    private final NavigableSet<Observation> best = new TreeSet<>(BEST_FIRST);
    private final List<TradeOff> front = new ArrayList<>();
    /** Numbers of the trials whose models are there. */
    private final Set<Integer> there = new TreeSet<>();

    /** Takes in a trial that succeeded. The trials whose models are no longer kept, the new one perhaps among them. */
    List<Integer> add(Observation trial, Footprint model) {
        there.add(trial.number());
        if (trial.isWithinLimits()) {
            best.add(trial);
            best.removeAll(surpassed());
            TradeOff.of(trial.number(), trial.loss().orElse(Double.POSITIVE_INFINITY), model)
                    .ifPresent(this::addToFront);
        }
        List<Integer> dropped = there.stream()
                .filter(number -> !contains(number) && !isOnFront(number))
                .toList();
        dropped.forEach(there::remove);
        return dropped;
    }

    private Set<Observation> surpassed() {
        Map<String, Integer> better = new HashMap<>();
        Set<Observation> surpassed = new HashSet<>();
        int place = 0;
        for (Observation known : best) {
            int ofFamily = better.merge(known.configuration().family(), 1, Integer::sum);
            if (place++ >= OF_ALL && ofFamily > OF_EACH_FAMILY) {
                surpassed.add(known);
            }
        }
        return surpassed;
    }

    private void addToFront(TradeOff own) {
        if (front.stream().noneMatch(known -> known.covers(own))) {
            front.removeIf(own::covers);
            front.add(own);
        }
    }

    private boolean isOnFront(int number) {
        return front.stream().anyMatch(trial -> trial.number() == number);
    }

    /** Number of the best trial. */
    Optional<Integer> best() {
        return best.stream().findFirst().map(Observation::number);
    }

    /** Whether a trial is among the best, and its model may be part of what is delivered. */
    boolean contains(int number) {
        return best.stream().anyMatch(trial -> trial.number() == number);
    }
}
