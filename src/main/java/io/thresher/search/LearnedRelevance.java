package io.thresher.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@link Relevance} that a history speaks for, learned anew each time its trials have grown by a sixth: it is the
 * costly part of a Gaussian process and changes little. What was learned last is remembered; that spares time and changes
 * no result.
 */
final class LearnedRelevance {
    /** Trials learned from, at the most. */
    private static final int LIMIT = 100;

    private final Coordinates coordinates;
    private final int starting;
    private volatile @Nullable Learned last;

    private record Learned(List<Observation> from, Relevance relevance) {}

    /**
     * @param starting number of trials from which on it is asked
     */
    LearnedRelevance(Coordinates coordinates, int starting) {
        this.coordinates = coordinates;
        this.starting = starting;
    }

    /** Learned from the first trials of the family, as many as there were when it was last due. */
    Relevance of(List<Observation> history) {
        List<Observation> known = history.stream()
                .filter(observation -> observation.configuration().family().equals(coordinates.family()))
                .toList();
        int count = starting;
        while (grown(count) <= known.size()) {
            count = grown(count);
        }
        List<Observation> from = known.subList(0, count);
        Learned learned = last;
        if (learned == null || !learned.from().equals(from)) {
            learned = new Learned(List.copyOf(from), learned(from));
            last = learned;
        }
        return learned.relevance();
    }

    private Relevance learned(List<Observation> from) {
        Evidence evidence = Evidence.of(coordinates, from, List.of(), LIMIT);
        return Relevance.learned(evidence.points(), evidence.scores(), coordinates.isWord());
    }

    private static int grown(int count) {
        return Math.max(count + 1, count * 7 / 6);
    }
}
