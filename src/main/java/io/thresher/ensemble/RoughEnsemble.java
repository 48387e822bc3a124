package io.thresher.ensemble;

import io.thresher.data.Target;
import io.thresher.metric.Metric;
import io.thresher.metric.Predictions;
import io.thresher.seed.Seed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The ensemble that greedy selection would make of the trials so far, by a sample of the rows: quick enough to be asked for
 * again and again while a search goes on, and good enough to tell who takes part in it. For one thread.
 */
public final class RoughEnsemble {
    private static final int MOST_ROWS = 2_000;

    private final Judge judge;
    private final int[] rows;
    private final Map<Integer, float[]> known = new HashMap<>();

    /**
     * @param truth of the rows that every candidate predicts
     * @param seed of the sample
     */
    public RoughEnsemble(Metric metric, Target truth, Seed seed) {
        this.rows = RowSample.of(truth.rows(), MOST_ROWS, seed);
        this.judge = Judge.of(metric, truth.take(rows));
    }

    /** Takes in what a candidate predicts out of fold. */
    public void add(int number, Predictions outOfFold) {
        known.put(number, judge.relevant(outOfFold.take(rows)));
    }

    public boolean knows(int number) {
        return known.containsKey(number);
    }

    /** Forgets all but these. */
    public void retain(Set<Integer> numbers) {
        known.keySet().retainAll(numbers);
    }

    /** Weight of each of these candidates that takes part, at least one of which is known; the weights sum to 1. */
    public Map<Integer, Double> weights(List<Integer> numbers) {
        List<Integer> candidates = numbers.stream().filter(known::containsKey).toList();
        GreedySelection selection = new GreedySelection(
                judge,
                candidates.stream()
                        .map(number -> Optional.ofNullable(known.get(number)).orElseThrow())
                        .toList(),
                candidates.stream().map(number -> Load.NONE).toList(),
                EnsembleLimits.of(Long.MAX_VALUE));
        int[] picks = selection.picks(judge.once());
        double all = IntStream.of(picks).sum();
        Map<Integer, Double> weights = new HashMap<>();
        for (int place = 0; place < picks.length; place++) {
            if (picks[place] > 0) {
                weights.put(candidates.get(place), picks[place] / all);
            }
        }
        return weights;
    }
}
