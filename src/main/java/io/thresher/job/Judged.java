package io.thresher.job;

import io.thresher.ensemble.Candidate;
import io.thresher.ensemble.Choice;
import io.thresher.ensemble.EnsembleLimits;
import io.thresher.ensemble.EnsembleSearch;
import io.thresher.ensemble.HonestScore;
import io.thresher.ensemble.Member;
import io.thresher.ensemble.Stacking;
import io.thresher.ensemble.Temperature;
import io.thresher.job.DeliveredModel.Baseline;
import io.thresher.job.DeliveredModel.Part;
import io.thresher.metric.Metric;
import io.thresher.metric.Predictions;
import io.thresher.seed.Seed;
import io.thresher.trial.Footprint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Scores of what may be delivered. */
record Judged(SearchJob job, List<FinishedTrial> finished, CandidateFiles candidates, Deadline deadline) {
    /** Families whose first trial is a simple model that what is delivered should beat. */
    private static final Set<String> BASELINES = Set.of("baseline", "linear", "xgboost");
    /** Of the time, after which probabilities stay as they are. */
    private static final double LAST_SHARE = 0.9;

    /**
     * The choice with a second layer, if there is time and it is sure to help.
     *
     * @param goOn whether there still is time
     */
    Choice stacked(Choice choice, EnsembleLimits limits, BooleanSupplier goOn) throws IOException {
        if (choice.members().size() < 2 || !goOn.getAsBoolean()) {
            return choice;
        }
        Set<Integer> members = choice.members().stream().map(Member::number).collect(Collectors.toSet());
        List<FinishedTrial> kept =
                finished.stream().filter(FinishedTrial::modelKept).toList();
        List<Candidate> pool = new ArrayList<>();
        for (int place = 0; place < kept.size(); place++) {
            if (place < Stacking.CANDIDATES || members.contains(kept.get(place).number())) {
                Optional<Candidate> candidate = candidates.candidate(kept.get(place));
                candidate.ifPresent(pool::add);
            }
        }
        return new Stacking(job.objective().metric(), candidates.truth(), new Seed(job.seed()).fork("stacking"))
                .over(choice, pool, limits, goOn)
                .orElse(choice);
    }

    /** The choice with its probabilities calibrated, if there is time and it helps. */
    DeliveredModel delivered(EnsembleSearch search, Choice choice, Optional<String> remark) throws IOException {
        if (choice.stack().isPresent()) {
            return delivered(
                    search,
                    choice,
                    candidates.stacked(choice.members(), choice.stack().get()),
                    Temperature.NEUTRAL,
                    remark);
        }
        Predictions average = candidates.average(choice.members());
        double temperature = job.objective().metric().judgesClasses() && deadline.before(LAST_SHARE)
                ? Temperature.fit(average, candidates.truth())
                : Temperature.NEUTRAL;
        return delivered(search, choice, average, temperature, remark);
    }

    /** The best trial's own file. */
    DeliveredModel asItIs(EnsembleSearch search, Optional<String> remark) throws IOException {
        Choice alone = search.alone();
        return delivered(search, alone, candidates.average(alone.members()), Temperature.NEUTRAL, remark);
    }

    private DeliveredModel delivered(
            EnsembleSearch search, Choice choice, Predictions average, double temperature, Optional<String> remark)
            throws IOException {
        Map<Integer, FinishedTrial> trials =
                finished.stream().collect(Collectors.toMap(FinishedTrial::number, Function.identity()));
        List<FinishedTrial> chosen = choice.members().stream()
                .flatMap(member -> Optional.ofNullable(trials.get(member.number())).stream())
                .toList();
        List<Part> parts = IntStream.range(0, chosen.size())
                .mapToObj(i -> new Part(
                        chosen.get(i).number(),
                        chosen.get(i).family(),
                        choice.members().get(i).weight()))
                .toList();
        Metric metric = job.objective().metric();
        Predictions predictions = Temperature.apply(average, temperature);
        return new DeliveredModel(
                parts,
                choice.stack(),
                temperature,
                metric.scoreOf(search.loss(predictions)),
                Footprint.together(chosen.stream().map(FinishedTrial::footprint).toList()),
                Optional.of(HonestScore.of(metric, candidates.truth(), predictions, choice.optimism())),
                baseline(predictions, choice.optimism()),
                remark);
    }

    private Optional<Baseline> baseline(Predictions predictions, double optimism) throws IOException {
        Metric metric = job.objective().metric();
        Map<String, FinishedTrial> first = new TreeMap<>();
        finished.stream()
                .filter(trial -> BASELINES.contains(trial.family()))
                .forEach(trial -> first.merge(
                        trial.family(), trial, (one, other) -> one.number() < other.number() ? one : other));
        // They come best first.
        for (FinishedTrial trial : finished) {
            if (first.containsValue(trial)) {
                Optional<Predictions> known = candidates.predictions(trial.number());
                return known.map(theirs -> new Baseline(
                        trial.number(),
                        trial.family(),
                        metric.scoreOf(trial.loss()),
                        HonestScore.beats(metric, candidates.truth(), predictions, optimism, theirs)));
            }
        }
        return Optional.empty();
    }
}
