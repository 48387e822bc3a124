package io.thresher.job;

import io.thresher.search.Observation;
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
 * ensemble gains most from members that err elsewhere. A long search of large models must not fill the disk. What is over the
 * limits of the job is never kept: it cannot be delivered.
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

    private final NavigableSet<Observation> kept = new TreeSet<>(BEST_FIRST);

    /** Takes in a trial that succeeded. The trials whose models are no longer kept, the new one perhaps among them. */
    List<Integer> add(Observation trial) {
        if (!trial.isWithinLimits()) {
            return List.of(trial.number());
        }
        kept.add(trial);
        Map<String, Integer> better = new HashMap<>();
        Set<Observation> dropped = new HashSet<>();
        int place = 0;
        for (Observation known : kept) {
            int ofFamily = better.merge(known.configuration().family(), 1, Integer::sum);
            if (place++ >= OF_ALL && ofFamily > OF_EACH_FAMILY) {
                dropped.add(known);
            }
        }
        kept.removeAll(dropped);
        return dropped.stream().map(Observation::number).sorted().toList();
    }

    /** Number of the best trial. */
    Optional<Integer> best() {
        return kept.stream().findFirst().map(Observation::number);
    }

    boolean contains(int number) {
        return kept.stream().anyMatch(trial -> trial.number() == number);
    }
}
