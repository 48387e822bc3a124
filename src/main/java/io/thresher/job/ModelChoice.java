package io.thresher.job;

import io.thresher.data.Labelled;
import io.thresher.ensemble.Candidate;
import io.thresher.ensemble.Choice;
import io.thresher.ensemble.EnsembleLimits;
import io.thresher.ensemble.EnsembleSearch;
import io.thresher.metric.Metric;
import io.thresher.onnx.InvalidModel;
import io.thresher.onnx.ScoringTime;
import io.thresher.seed.Seed;
import io.thresher.trial.CheckedRows;
import io.thresher.trial.Footprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Makes of a job's finished trials the model that is delivered: the best alone or an ensemble, in one file, with a score
 * that is corrected for the choosing. Steps for which there is no time are left out, the merging of files first. What is
 * over the limits of the job is never delivered: members are chosen by what they cost together, and the file is measured.
 */
public final class ModelChoice {
    /** Candidates that compete: worse ones would hardly be chosen on any rows. */
    private static final int MOST_CANDIDATES = 200;
    /** Of the heap, for out-of-fold predictions. */
    private static final int PREDICTIONS_SHARE = 8;
    /** Ensembles that are written, each within tighter limits, before the best trial is delivered alone. */
    private static final int ATTEMPTS = 3;

    private static final String LATE = "the making of an ensemble took longer than there was time";

    private static final double READING_SHARE = 0.3;
    /** Choosing gets this much in any case, and what the merging leaves. */
    private static final double CHOOSING_SHARE = 0.4;

    private final TrialFiles files;
    private final DeliveryPace pace;

    /**
     * @param pace by which the time is divided, and which is told what took how long
     */
    public ModelChoice(TrialFiles files, DeliveryPace pace) {
        this.files = files;
        this.pace = pace;
    }

    /**
     * Makes the model.
     *
     * @param finished trials that keep to the limits, best first
     * @param time that there is; what is not made by then is given up, and the best trial's model is delivered as it is
     * @param file where it is written, unless it is a trial's as it is; its folder is there
     */
    public DeliveredModel make(SearchJob job, List<FinishedTrial> finished, Duration time, Path file)
            throws IOException {
        FinishedTrial best = finished.get(0);
        double score = job.objective().metric().scoreOf(best.loss());
        if (time.isZero()) {
            return DeliveredModel.alone(best, score, Optional.of("there was no time for an ensemble"));
        }
        AtomicReference<DeliveredModel> otherwise =
                new AtomicReference<>(DeliveredModel.alone(best, score, Optional.of(LATE)));
        Deadline deadline = new Deadline(time);
        return new TimedDraft<>(file, draft -> chosen(job, finished, deadline, draft, otherwise))
                .within(time)
                .orElseGet(() -> Objects.requireNonNull(otherwise.get()));
    }

    /**
     * @param otherwise what is delivered if this is late; more is known of it before a file is made
     */
    private DeliveredModel chosen(
            SearchJob job,
            List<FinishedTrial> finished,
            Deadline deadline,
            Path file,
            AtomicReference<DeliveredModel> otherwise)
            throws IOException {
        Metric metric = job.objective().metric();
        FinishedTrial best = finished.get(0);
        long begin = System.nanoTime();
        Labelled rows = files.rows(job);
        pace.read(secondsSince(begin));
        CandidateFiles candidates = new CandidateFiles(files, job.id(), rows.target(), best.number());
        EnsembleSearch search = new EnsembleSearch(metric, candidates.truth(), new Seed(job.seed()).fork("ensemble"));
        read(search, candidates, finished, deadline);
        Judged judged = new Judged(job, finished, candidates, deadline);
        MergingRoom room = new MergingRoom(finished, deadline, pace);
        EnsembleLimits limits = room.ofEnsemble(job);
        double merging = room.mergingSeconds();
        Optional<String> remark = Optional.empty();
        boolean stacked = true;
        for (int attempt = 0; attempt < ATTEMPTS && (attempt == 0 || deadline.secondsLeft() > 0); attempt++) {
            BooleanSupplier goOn = () -> deadline.before(CHOOSING_SHARE) || deadline.secondsLeft() > 2 * merging;
            Choice plain = search.choose(limits, goOn);
            Choice choice = stacked ? judged.stacked(plain, room.ofStack(limits, plain), goOn) : plain;
            DeliveredModel chosen = judged.delivered(search, choice, remark);
            if (chosen.isTrial()) {
                return chosen;
            }
            otherwise.set(judged.asItIs(search, Optional.of(LATE)));
            Optional<Footprint> measured = written(job, rows, chosen, file);
            if (measured.isEmpty() && chosen.stack().isPresent()) {
                stacked = false;
                continue;
            }
            if (measured.isEmpty()) {
                remark = Optional.of("the ensemble's file predicts something else than its members");
                break;
            }
            double excess = job.objective().limits().excess(measured.get());
            if (excess == 0) {
                return chosen.measured(measured.get());
            }
            remark = Optional.of("a better ensemble was over the limits once it was one file");
            limits = limits.times(Math.exp(-excess));
        }
        return judged.asItIs(search, remark);
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
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

    /** What the model's file costs; nothing if it is not what it should be. */
    private Optional<Footprint> written(SearchJob job, Labelled rows, DeliveredModel model, Path file)
            throws IOException {
        List<MergedFile.Part> members = model.members().stream()
                .map(part -> new MergedFile.Part(
                        files.model(job.id(), part.trial()), part.weight(), files.checked(job.id(), part.trial())))
                .toList();
        try {
            long begin = System.nanoTime();
            Optional<ScoringTime> time = new MergedFile(members, model.stack(), model.temperature())
                    .write(facts(model), CheckedRows.of(rows.features()), file);
            if (time.isEmpty()) {
                return Optional.empty();
            }
            pace.merged(Files.size(file), secondsSince(begin));
            return Optional.of(new Footprint(
                    time.get().microsOneRow(),
                    time.get().microsPerRow(),
                    Files.size(file),
                    model.footprint().trainPeakBytes()));
        } catch (InvalidModel | IllegalArgumentException e) {
            return Optional.empty();
        }
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
            String kind = model.stack().isPresent() ? "a second layer over %d models" : "the average of %d models";
            facts.put("thresher.configuration", kind.formatted(model.members().size()));
        }
        model.stack()
                .ifPresent(stack -> facts.put(
                        "thresher.stack",
                        "{\"scale\":%s,\"coefficients\":%s,\"offsets\":%s}"
                                .formatted(stack.scale(), stack.coefficients(), stack.offsets())));
        return facts;
    }
}
