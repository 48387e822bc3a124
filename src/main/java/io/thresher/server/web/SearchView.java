package io.thresher.server.web;

import io.thresher.job.JobState;
import io.thresher.metric.Direction;
import io.thresher.metric.Metric;
import io.thresher.server.leaderboard.TrialCounts;
import io.thresher.server.searchjob.DeliveredResponse;
import io.thresher.server.searchjob.SearchJobResponse;
import io.thresher.server.searchjob.SearchJobResponse.Best;
import io.thresher.server.searchjob.SearchJobResponse.Model;
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

    public AskedView asked() {
        return new AskedView(job);
    }

    public String task() {
        return job.task();
    }

    public String spaceName() {
        return job.searchSpace();
    }

    /** What the delivered model reached on rows no trial saw; nothing if there are none. */
    public String holdoutWords() {
        return job.holdout()
                .flatMap(holdout -> holdout.score()
                        .map(score -> "%s %s, on %s rows that no trial saw"
                                .formatted(
                                        metricWords(),
                                        Figures.score(score),
                                        Figures.count(holdout.rows().orElse(0)))))
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

    /** Number of the trial that is delivered because a user picked it; an empty text is false in a template. */
    public String picked() {
        return job.delivered()
                .filter(DeliveredResponse::pickedByHand)
                .map(delivered -> String.valueOf(delivered.members().get(0).trial()))
                .orElse("");
    }

    public boolean isPicked(int trial) {
        return picked().equals(String.valueOf(trial));
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
