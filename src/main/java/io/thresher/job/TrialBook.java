package io.thresher.job;

import io.thresher.search.Observation;
import io.thresher.space.Configuration;
import io.thresher.trial.TrialOutcome;
import io.thresher.trial.TrialOutcome.Cancelled;
import io.thresher.trial.TrialOutcome.Succeeded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The trials of one job as its loop knows them: which are decided on, which have ended and how, and which are the best.
 * Of a finished trial it keeps the configuration and losses, no more. Not for use by several threads at once.
 */
final class TrialBook {
    /** Few ensembles have more members. */
    private static final int USUAL_MEMBERS = 5;

    private final SearchJob job;
    private final Observations observations;
    private final NavigableMap<Integer, PlannedTrial> pending = new TreeMap<>();
    private final NavigableMap<Integer, Observation> ended = new TreeMap<>();
    private final KeptModels kept = new KeptModels();
    /** Sizes of the models that may be delivered together. */
    private final Map<Integer, Long> bytes = new HashMap<>();

    private int next;
    private int suggested;

    TrialBook(SearchJob job) {
        this.job = job;
        this.observations = new Observations(job.objective(), job.isTimed());
    }

    /** The book of a job whose trials are in a journal. Models that are not kept were discarded before. */
    static TrialBook of(SearchJob job, Collection<TrialRecord> trials) {
        TrialBook book = new TrialBook(job);
        for (TrialRecord trial : trials) {
            book.plan(trial.plan());
            trial.outcome().ifPresent(outcome -> book.end(trial.plan(), outcome, Duration.ZERO));
        }
        return book;
    }

    /** Number of the trial that is decided on next. */
    int next() {
        return next;
    }

    /**
     * How many trials count as suggested in the budget: neither those that a user asked for nor those that a user
     * cancelled, in whose place others come. Those that the end of the job cancelled do count: they run if it goes on.
     */
    int suggested() {
        return suggested;
    }

    /** The trials that have not ended, by number. */
    List<PlannedTrial> pending() {
        return List.copyOf(pending.values());
    }

    Optional<PlannedTrial> pending(int number) {
        return Optional.ofNullable(pending.get(number));
    }

    /** A trial is decided on. */
    void plan(PlannedTrial trial) {
        pending.put(trial.number(), trial);
        next = Math.max(next, trial.number() + 1);
        suggested += trial.requested() ? 0 : 1;
    }

    /**
     * The trial of a configuration that a user asks for. Of the earlier outcomes it knows what any other trial would,
     * except those that are not there yet.
     */
    PlannedTrial requested(Configuration configuration) {
        return new PlannedTrial(next, configuration, unseen(), true);
    }

    /** Numbers of the trials whose outcomes the next trial does not know: with a limit of time those still to come. */
    List<Integer> unseen() {
        TreeSet<Integer> unseen = new TreeSet<>(pending.keySet());
        if (!job.isTimed()) {
            for (int number = Math.max(0, next - job.course().lag() + 1); number < next; number++) {
                unseen.add(number);
            }
        }
        return List.copyOf(unseen);
    }

    /** Whether every outcome is there that the next trial is to know. */
    boolean knowsEnough() {
        return job.isTimed()
                || pending.isEmpty()
                || pending.firstKey() > next - job.course().lag();
    }

    /** What counts as known for trial {@code number}. */
    Outlook outlook(int number, Collection<Integer> unseen) {
        List<Observation> history = new ArrayList<>();
        Map<Integer, Configuration> configurations = new HashMap<>();
        ended.headMap(number).forEach((earlier, observation) -> {
            if (unseen.contains(earlier)) {
                configurations.put(earlier, observation.configuration());
            } else {
                history.add(observation);
            }
        });
        pending.headMap(number).forEach((earlier, trial) -> configurations.put(earlier, trial.configuration()));
        return new Outlook(
                history,
                unseen.stream()
                        .filter(configurations::containsKey)
                        .map(configurations::get)
                        .toList());
    }

    /**
     * A trial has ended.
     *
     * @param ran as {@link Observations#of} takes it
     * @return numbers of the trials whose models can go, the one that ended perhaps among them
     */
    List<Integer> end(PlannedTrial trial, TrialOutcome outcome, Duration ran) {
        pending.remove(trial.number());
        if (outcome instanceof Cancelled cancelled && !cancelled.withJob() && !trial.requested()) {
            suggested--;
        }
        Observation observation = observations.of(trial, outcome, ran);
        ended.put(trial.number(), observation);
        if (!(outcome instanceof Succeeded succeeded)) {
            return List.of();
        }
        bytes.put(trial.number(), succeeded.footprint().modelBytes());
        List<Integer> dropped = kept.add(observation, succeeded.footprint());
        bytes.keySet().removeIf(number -> !kept.contains(number));
        return dropped;
    }

    /** Bytes of the largest models that may be delivered together. */
    long bytesTogether() {
        long all = bytes.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(USUAL_MEMBERS)
                .mapToLong(size -> size)
                .sum();
        return Math.min(MergingRoom.MOST_BYTES, all);
    }

    KeptModels kept() {
        return kept;
    }
}
