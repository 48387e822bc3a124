package io.thresher.server.web;

import io.thresher.job.JobState;
import io.thresher.metric.Direction;
import io.thresher.metric.Metric;
import io.thresher.server.leaderboard.TrialCounts;
import io.thresher.server.searchjob.ConstraintsResponse;
import io.thresher.server.searchjob.LimitsResponse;
import io.thresher.server.searchjob.SearchJobResponse;
import io.thresher.server.searchjob.SearchJobResponse.Best;
import io.thresher.server.searchjob.SearchJobResponse.Model;
import io.thresher.server.searchjob.TakenOverResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A search job in words. */
final class SearchView {
    private final SearchJobResponse job;
    private final String datasetName;

    private SearchView(SearchJobResponse job, String datasetName) {
        this.job = job;
        this.datasetName = datasetName;
    }

    static SearchView of(SearchJobResponse job, String datasetName) {
        return new SearchView(job, datasetName);
    }

    public String id() {
        return job.id();
    }

    public String dataset() {
        return job.dataset();
    }

    public String datasetName() {
        return datasetName;
    }

    public String target() {
        return job.target();
    }

    public String task() {
        return job.task();
    }

    public String spaceName() {
        return job.searchSpace();
    }

    /** How rows are left out, in a few words. */
    public String validationWords() {
        return job.validation().summary();
    }

    /** Why they are left out so; nothing if the user said how. */
    public String validationReason() {
        return job.validation()
                .reason()
                .map(reason -> "Validated so because " + reason + ".")
                .orElse("");
    }

    /** What may be tried and what the delivered model may cost; nothing if anything goes. */
    public String limitWords() {
        String families = job.families()
                .map(names -> "Only %s %s tried. ".formatted(String.join(", ", names), names.size() > 1 ? "are" : "is"))
                .orElse("");
        return (families + job.limits().map(SearchView::words).orElse("")).strip();
    }

    private static String words(LimitsResponse limits) {
        return Stream.of(
                        limits.predictMicrosOneRow().map(most -> Figures.micros(most) + " for one row"),
                        limits.predictMicrosPerRow().map(most -> Figures.micros(most) + " a row, of many"),
                        limits.modelBytes().map(most -> Figures.bytes(most) + " of file"),
                        limits.trainPeakBytes().map(most -> Figures.bytes(most) + " of memory to train"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", ", "The delivered model costs at most ", "."));
    }

    /** Limit of the time for one row; nothing if there is none. */
    public String mostMicros() {
        return job.limits()
                .flatMap(LimitsResponse::predictMicrosOneRow)
                .map(String::valueOf)
                .orElse("");
    }

    /** Limit of the size; nothing if there is none. */
    public String mostBytes() {
        return job.limits()
                .flatMap(LimitsResponse::modelBytes)
                .map(String::valueOf)
                .orElse("");
    }

    /** What every model keeps to; nothing if anything goes. */
    public String constraintWords() {
        return job.constraints().map(ConstraintsResponse::summary).orElse("");
    }

    /** What was taken over from earlier searches; nothing if nothing was. */
    public String warmStartWords() {
        return job.warmStart().map(TakenOverResponse::summary).orElse("");
    }

    /** Nothing for the table as it came; an empty text is false in a template. */
    public String recipe() {
        return job.recipe() == 0 ? "" : String.valueOf(job.recipe());
    }

    /** What the delivered model reached on rows no trial saw; nothing if there are none yet. */
    public String holdoutWords() {
        return job.holdout()
                .flatMap(holdout -> holdout.score()
                        .map(score -> "On %s rows the search never saw: %s %s"
                                .formatted(
                                        Figures.count(holdout.rows().orElse(0)), metricWords(), Figures.score(score))))
                .orElse("");
    }

    public String metricWords() {
        return Metric.ofWord(job.metric()).map(MetricView::words).orElse(job.metric());
    }

    /** As {@code live.ts} asks for it: maximize or minimize. */
    public String direction() {
        return isMaximized() ? "maximize" : "minimize";
    }

    public String directionWords() {
        return isMaximized() ? "higher is better" : "lower is better";
    }

    public String state() {
        return Figures.words(job.state().name());
    }

    public String stateName() {
        return job.state().name();
    }

    public boolean ended() {
        return job.state().isFinal();
    }

    /** Whether trials can be asked for. */
    public boolean open() {
        return isOpen(job);
    }

    static boolean isOpen(SearchJobResponse job) {
        return !job.state().isFinal()
                && job.state() != JobState.CANCELLING
                && job.replayOf().isEmpty();
    }

    /**
     * What can be asked of the search.
     *
     * @param name last part of the path that does it
     */
    public record Action(String name, String label) {}

    /** What can be asked of the search in its state; {@code summary.ts} says the same in the browser. */
    public List<Action> actions() {
        if (ended()) {
            boolean bounded =
                    job.budget().time().isPresent() || job.budget().trials().isPresent();
            return bounded && job.replayOf().isEmpty()
                    ? List.of(new Action("extend", "Go on, with twice the budget"))
                    : List.of();
        }
        Action cancel = new Action("cancel", "Cancel search");
        return switch (job.state()) {
            case PAUSED, PAUSING -> List.of(new Action("resume", "Resume"), cancel);
            case QUEUED, RUNNING -> List.of(new Action("pause", "Pause"), cancel);
            default -> List.of();
        };
    }

    /** Why the search stopped; nothing as long as it has not, or where it failed and its error says more. */
    public String endWords() {
        return job.error().isPresent()
                ? ""
                : job.endReason()
                        .map(reason -> "Ended because " + reason.words() + ".")
                        .orElse("");
    }

    public String error() {
        return job.error().orElse("");
    }

    public String created() {
        return Figures.moment(job.createdAt());
    }

    public boolean hasBest() {
        return job.best().isPresent();
    }

    public String bestScore() {
        return job.best().map(best -> Figures.score(best.score())).orElse(Figures.NONE);
    }

    public String bestTrial() {
        return job.best().map(best -> String.valueOf(best.trial())).orElse("");
    }

    public String bestFamily() {
        return job.best().map(Best::family).orElse("");
    }

    public String used() {
        return Figures.span(job.used());
    }

    /** Nothing without a limit of time; an empty text is false in a template. */
    public String budgetTime() {
        return job.budget().time().map(Figures::span).orElse("");
    }

    public String budgetTrials() {
        return job.budget().trials().map(Figures::count).orElse("");
    }

    public long done() {
        return trials().total() - trials().queued() - trials().running() - trials().cancelled();
    }

    public String usedPercent() {
        double time = job.budget().time().map(limit -> share(job.used(), limit)).orElse(0.0);
        double count =
                job.budget().trials().map(limit -> (double) done() / limit).orElse(0.0);
        return Figures.fixed(100 * Math.min(1, Math.max(time, count)), 1);
    }

    public TrialCounts trials() {
        return job.trials();
    }

    public String trialWords() {
        TrialCounts counts = trials();
        return Stream.of(
                        words(counts.succeeded(), "succeeded"),
                        words(counts.running(), "running"),
                        words(counts.failed(), "failed"),
                        words(counts.pruned(), "pruned"),
                        words(counts.cancelled(), "cancelled"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** What is to be said of the delivered model; nothing as long as there is none. */
    public @Nullable DeliveredView delivered() {
        return job.delivered()
                .map(delivered -> new DeliveredView(delivered, metricWords()))
                .orElse(null);
    }

    public boolean hasModel() {
        return job.model().isPresent();
    }

    public String modelPath() {
        return job.model().map(SearchView::path).orElse("");
    }

    public String modelWords() {
        return job.model()
                .map(model -> model.name() + ", version " + model.version())
                .orElse("");
    }

    private boolean isMaximized() {
        Optional<Metric> metric = Metric.ofWord(job.metric());
        return metric.map(known -> known.direction() == Direction.MAXIMIZE).orElse(true);
    }

    private static String path(Model model) {
        return "/api/v1/models/%s/versions/%d".formatted(PathSegment.of(model.name()), model.version());
    }

    private static String words(long count, String state) {
        return count == 0 ? "" : count + " " + state;
    }

    private static double share(Duration part, Duration whole) {
        return (double) part.toMillis() / Math.max(1, whole.toMillis());
    }
}
