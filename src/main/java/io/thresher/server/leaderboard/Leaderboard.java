package io.thresher.server.leaderboard;

import io.thresher.server.DataFolder;
import io.thresher.server.Page;
import io.thresher.server.PageRequest;
import io.thresher.server.ProblemException;
import io.thresher.trial.TrialState;
import io.thresher.worker.protocol.Wire;
import jakarta.data.Limit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What there is to see of the trials of a job. */
@ApplicationScoped
@Transactional
public class Leaderboard {
    private static final int BEST_LOOKED_AT = 100;

    private final TrialRepository trials;
    private final DataFolder folder;

    Leaderboard(TrialRepository trials, DataFolder folder) {
        this.trials = trials;
        this.folder = folder;
    }

    /**
     * The trials that succeeded, those within the limits of the job before the others, best first; of equals the one with
     * the lower number.
     */
    public Page<LeaderboardRow> page(String job, PageRequest request) {
        Optional<Place> before = request.after(Place.VALUES, Place::parse);
        Limit limit = Limit.of(request.size() + 1);
        List<TrialEntity> fetched = before.map(
                        place -> trials.worseThan(job, place.missed(), place.loss(), place.number(), limit))
                .orElseGet(() -> trials.best(job, limit));
        List<Ranked> ranked = new ArrayList<>();
        int rank = before.map(Place::rank).orElse(0);
        for (TrialEntity trial : fetched) {
            rank++;
            ranked.add(new Ranked(rank, trial));
        }
        return Page.of(ranked, request, Ranked::token).map(row -> row(row.rank(), row.trial()));
    }

    /** The same of the trials that no other within the limits beats in score, latency and size at once. */
    public Page<LeaderboardRow> front(String job, PageRequest request) {
        int before = request.after(Place.VALUES, Place::parse).map(Place::rank).orElse(0);
        List<Integer> ranking = trials.ranking(job);
        Map<Integer, Integer> places =
                IntStream.range(0, ranking.size()).boxed().collect(Collectors.toMap(ranking::get, place -> place + 1));
        List<Ranked> ranked = trials.front(job).stream()
                .map(trial -> new Ranked(places.getOrDefault(trial.number, 0), trial))
                .filter(row -> row.rank() > before)
                .limit(request.size() + 1L)
                .toList();
        return Page.of(ranked, request, Ranked::token).map(row -> row(row.rank(), row.trial()));
    }

    /** The best trial so far that may win, if one succeeded within the limits. */
    public Optional<LeaderboardRow> best(String job) {
        return trials.best(job, Limit.of(1)).stream()
                .filter(trial -> trial.limitsMissed == 0)
                .map(trial -> row(1, trial))
                .findFirst();
    }

    /** The row of one trial, if it succeeded. */
    public Optional<LeaderboardRow> row(String job, int number) {
        return trials.find(job, number).filter(trial -> trial.loss != null).map(trial -> row(rank(trial), trial));
    }

    /** The best trials that a user may have delivered, so many at the most. */
    public List<LeaderboardRow> deliverable(String job, int most) {
        return trials.best(job, Limit.of(BEST_LOOKED_AT)).stream()
                .filter(trial -> trial.limitsMissed == 0 && isModelKept(trial))
                .limit(most)
                .map(trial -> row(rank(trial), trial))
                .toList();
    }

    /** The trials by number, of every state or of one. */
    public Page<TrialResponse> trials(String job, Optional<TrialState> state, PageRequest request) {
        int after = request.after(1, values -> Integer.valueOf(values.get(0))).orElse(-1);
        Limit limit = Limit.of(request.size() + 1);
        List<TrialEntity> fetched = state.map(wanted -> trials.after(job, wanted, after, limit))
                .orElseGet(() -> trials.after(job, after, limit));
        return Page.of(fetched, request, trial -> PageRequest.tokenAfter(trial.number))
                .map(this::summary);
    }

    /**
     * One trial with its measurements.
     *
     * @throws ProblemException if the job has no such trial
     */
    public TrialResponse trial(String job, int number) {
        TrialEntity trial = trials.find(job, number).orElseThrow(() -> ProblemException.notFound("trial", number));
        return TrialResponse.of(
                trial,
                isModelKept(trial),
                trials.measurements(job, number).stream()
                        .map(MeasurementEntity::toMeasurement)
                        .toList());
    }

    /**
     * One trial without its measurements.
     *
     * @throws ProblemException if the job has no such trial
     */
    public TrialResponse summary(String job, int number) {
        return trials.find(job, number)
                .map(this::summary)
                .orElseThrow(() -> ProblemException.notFound("trial", number));
    }

    /** How many trials the job has, and how they fared. */
    public TrialCounts counts(String job) {
        return TrialCounts.of(trials.counts(List.of(job)));
    }

    /** The counts of each of the jobs. */
    public Map<String, TrialCounts> counts(Collection<String> jobs) {
        Map<String, List<StateCount>> ofJob = jobs.isEmpty()
                ? Map.of()
                : trials.counts(List.copyOf(jobs)).stream().collect(Collectors.groupingBy(StateCount::job));
        return jobs.stream()
                .collect(Collectors.toMap(job -> job, job -> TrialCounts.of(ofJob.getOrDefault(job, List.of()))));
    }

    private LeaderboardRow row(int rank, TrialEntity trial) {
        return LeaderboardRow.of(rank, trial, isModelKept(trial));
    }

    private TrialResponse summary(TrialEntity trial) {
        return TrialResponse.of(trial, isModelKept(trial));
    }

    private boolean isModelKept(TrialEntity trial) {
        return trial.loss != null && Files.exists(folder.trialFile(trial.job, trial.number, Wire.MODEL));
    }

    private int rank(TrialEntity trial) {
        return Math.toIntExact(1
                + trials.countBetter(trial.job, trial.limitsMissed, Objects.requireNonNull(trial.loss), trial.number));
    }

    private record Ranked(int rank, TrialEntity trial) {
        String token() {
            return PageRequest.tokenAfter(trial.limitsMissed, Objects.requireNonNull(trial.loss), trial.number, rank);
        }
    }

    /** Where a page ended. */
    private record Place(int missed, double loss, int number, int rank) {
        static final int VALUES = 4;

        static Place parse(List<String> values) {
            return new Place(
                    Integer.parseInt(values.get(0)),
                    Double.parseDouble(values.get(1)),
                    Integer.parseInt(values.get(2)),
                    Integer.parseInt(values.get(3)));
        }
    }
}
