package io.thresher.job;

import io.thresher.data.Labelled;
import io.thresher.data.Table;
import io.thresher.ensemble.Candidate;
import io.thresher.ensemble.Choice;
import io.thresher.ensemble.EnsembleLimits;
import io.thresher.ensemble.EnsembleSearch;
import io.thresher.ensemble.HonestScore;
import io.thresher.ensemble.Temperature;
import io.thresher.job.DeliveredModel.Baseline;
import io.thresher.job.DeliveredModel.Part;
import io.thresher.metric.Metric;
import io.thresher.metric.Predictions;
import io.thresher.onnx.InvalidModel;
import io.thresher.onnx.WeightedModel;
import io.thresher.seed.Seed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes of a job's finished trials the model that is delivered: the best alone or an ensemble, in one file, with a score
 * that is corrected for the choosing. Steps for which there is no time are left out, the merging of files first.
 */
public final class ModelChoice {
    /** Families whose first trial is a simple model that what is delivered should beat. */
    private static final Set<String> BASELINES = Set.of("baseline", "linear", "xgboost");
    /** Candidates that compete: worse ones would hardly be chosen on any rows. */
    private static final int MOST_CANDIDATES = 200;
    /** Of the heap, for out-of-fold predictions. */
    private static final int PREDICTIONS_SHARE = 8;
    /** Files of an ensemble's members together: it should load in a moment and run anywhere. */
    private static final long MOST_BYTES = 128L << 20;
    /** How fast files are merged, loaded and compared, with room for a busy machine. */
    private static final double BYTES_PER_SECOND = 20 << 20;

    private static final int COMPARED_ROWS = 500;
    private static final double READING_SHARE = 0.3;
    private static final double CHOOSING_SHARE = 0.6;
    private static final double LAST_SHARE = 0.9;

    private final TrialFiles files;

    public ModelChoice(TrialFiles files) {
        this.files = files;
    }

    /**
     * Makes the model.
     *
     * @param finished trials, best first
     * @param time that there is
     * @param file where it is written, unless it is a trial's as it is
     */
    public DeliveredModel make(SearchJob job, List<FinishedTrial> finished, Duration time, Path file)
            throws IOException {
        Metric metric = job.objective().metric();
        FinishedTrial best = finished.get(0);
        Deadline deadline = new Deadline(time);
        if (time.isZero()) {
            return DeliveredModel.alone(
                    best, metric.scoreOf(best.loss()), Optional.of("there was no time for an ensemble"));
        }
        Labelled rows = files.rows(job);
        CandidateFiles candidates = new CandidateFiles(files, job.id(), rows.target(), best.number());
        EnsembleSearch search = new EnsembleSearch(metric, candidates.truth(), new Seed(job.seed()).fork("ensemble"));
        read(search, candidates, finished, deadline);
        Choice choice = search.choose(limits(job, deadline), () -> deadline.before(CHOOSING_SHARE));
        Judged judged = new Judged(job, finished, candidates, deadline);
        DeliveredModel chosen = judged.delivered(search, choice, Optional.empty());
        if (chosen.isTrial() || written(job, rows, chosen, file)) {
            return chosen;
        }
        return judged.delivered(
                search, search.alone(), Optional.of("the ensemble's file predicts something else than its members"));
    }

    private static EnsembleLimits limits(SearchJob job, Deadline deadline) {
        double affordable = BYTES_PER_SECOND * deadline.secondsLeft() * (1 - CHOOSING_SHARE);
        return job.ensemble()
                ? EnsembleLimits.of((long) Math.min((double) MOST_BYTES, affordable))
                : EnsembleLimits.NO_ENSEMBLE;
    }

    private static void read(
            EnsembleSearch search, CandidateFiles candidates, List<FinishedTrial> finished, Deadline deadline)
            throws IOException {
        long bytesEach = 4L * candidates.truth().rows();
        long affordable = Runtime.getRuntime().maxMemory() / PREDICTIONS_SHARE / Math.max(1, bytesEach);
        int read = 0;
        for (FinishedTrial trial : finished) {
            boolean room = read < Math.min(MOST_CANDIDATES, affordable) && deadline.before(READING_SHARE);
            if (read == 0 || room) {
                Optional<Candidate> candidate = candidates.candidate(trial);
                candidate.ifPresent(search::add);
                read++;
            }
        }
    }

    private boolean written(SearchJob job, Labelled rows, DeliveredModel model, Path file) throws IOException {
        List<WeightedModel> members = model.members().stream()
                .map(part -> new WeightedModel(files.model(job.id(), part.trial()), part.weight()))
                .toList();
        try {
            return new MergedFile(members, model.temperature()).write(facts(model), sample(rows.features()), file);
        } catch (InvalidModel | IllegalArgumentException e) {
            return false;
        }
    }

    private static Table sample(Table features) {
        int count = Math.min(COMPARED_ROWS, features.rows());
        int step = Math.max(1, features.rows() / Math.max(1, count));
        return features.take(IntStream.range(0, count).map(i -> i * step).toArray());
    }

    private static Map<String, String> facts(DeliveredModel model) {
        Map<String, String> facts = new TreeMap<>();
        String members = model.members().stream()
                .map(part -> "{\"trial\":%d,\"family\":\"%s\",\"weight\":%s}"
                        .formatted(part.trial(), part.family(), part.weight()))
                .collect(Collectors.joining(",", "[", "]"));
        facts.put("thresher.family", model.family());
        facts.put("thresher.members", members);
        facts.put("thresher.temperature", Double.toString(model.temperature()));
        facts.put("thresher.score", Double.toString(model.score()));
        facts.put("thresher.scoreKind", "out-of-fold predictions, the members chosen by it");
        model.honest()
                .ifPresent(honest -> facts.put(
                        "thresher.score.corrected",
                        "%s, 95 %% interval %s to %s".formatted(honest.estimate(), honest.low(), honest.high())));
        if (model.members().size() > 1) {
            facts.put(
                    "thresher.configuration",
                    "the average of %d models".formatted(model.members().size()));
        }
        return facts;
    }

    /** Scores of what may be delivered. */
    private record Judged(SearchJob job, List<FinishedTrial> finished, CandidateFiles candidates, Deadline deadline) {

        DeliveredModel delivered(EnsembleSearch search, Choice choice, Optional<String> remark) throws IOException {
            Map<Integer, String> families =
                    finished.stream().collect(Collectors.toMap(FinishedTrial::number, FinishedTrial::family));
            List<Part> parts = choice.members().stream()
                    .map(member ->
                            new Part(member.number(), families.getOrDefault(member.number(), ""), member.weight()))
                    .toList();
            Metric metric = job.objective().metric();
            Predictions average = candidates.average(choice.members());
            double temperature = metric.judgesClasses() && deadline.before(LAST_SHARE)
                    ? Temperature.fit(average, candidates.truth())
                    : Temperature.NEUTRAL;
            Predictions predictions = Temperature.apply(average, temperature);
            return new DeliveredModel(
                    parts,
                    temperature,
                    metric.scoreOf(search.loss(predictions)),
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
}
