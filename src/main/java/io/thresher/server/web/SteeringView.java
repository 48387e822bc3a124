package io.thresher.server.web;

import io.thresher.job.Budget;
import io.thresher.job.SearchJob;
import io.thresher.search.Patience;
import io.thresher.server.leaderboard.LeaderboardRow;
import io.thresher.server.searchjob.SearchJobResponse;
import io.thresher.space.Configuration;
import io.thresher.space.FamilySpace;
import io.thresher.space.SearchSpaceText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the forms of a search page start from. */
final class SteeringView {
    private static final int BEST_OFFERED = 10;
    private static final int MINUTE = 60;

    private final SearchJobResponse job;
    private final SearchJob asked;
    private final List<Start> starts;

    /**
     * A configuration to start from.
     *
     * @param text the configuration in YAML
     */
    public record Start(String label, String text) {}

    private SteeringView(SearchJobResponse job, SearchJob asked, List<Start> starts) {
        this.job = job;
        this.asked = asked;
        this.starts = starts;
    }

    /**
     * @param wanted trials to start from before all others
     * @param best the leaderboard
     */
    static SteeringView of(SearchJobResponse job, SearchJob asked, List<TrialView> wanted, List<LeaderboardRow> best) {
        List<Start> starts = new ArrayList<>();
        for (TrialView trial : wanted) {
            starts.add(new Start("trial %d, %s".formatted(trial.number(), trial.family()), trial.text()));
        }
        best.stream()
                .limit(BEST_OFFERED)
                .map(row -> new Start(
                        "trial %d, %s, %s".formatted(row.trial(), row.family(), Figures.score(row.score())),
                        SearchSpaceText.of(new Configuration(row.family(), row.configuration()))))
                .forEach(starts::add);
        for (FamilySpace family : asked.space().families()) {
            starts.add(new Start(family.family() + ", start values", SearchSpaceText.of(family.defaults())));
        }
        return new SteeringView(job, asked, List.copyOf(starts));
    }

    /** Whether anything can be asked of the search: one that replays another does what that did. */
    public boolean possible() {
        return job.replayOf().isEmpty();
    }

    /** Whether trials can be asked for and the space narrowed; {@code steering.ts} says the same in the browser. */
    public boolean open() {
        return SearchView.isOpen(job);
    }

    public List<Start> starts() {
        return starts;
    }

    /** The configuration that is shown first. */
    public String text() {
        return starts.get(0).text();
    }

    /** The space as it is now. */
    public String space() {
        return SearchSpaceText.of(asked.space());
    }

    /** The limit of time to propose, in minutes or seconds as {@link #minutes()} says; nothing if there is none. */
    public String time() {
        return proposed()
                .time()
                .map(Duration::toSeconds)
                .map(seconds -> String.valueOf(minutes() ? seconds / MINUTE : seconds))
                .orElse("");
    }

    public boolean minutes() {
        return proposed().time().filter(time -> time.toSeconds() % MINUTE == 0).isPresent();
    }

    public String trials() {
        return proposed().trials().map(String::valueOf).orElse("");
    }

    public String patience() {
        return asked.budget()
                .patience()
                .map(Patience::share)
                .map(String::valueOf)
                .orElse("");
    }

    /** Twice the budget where it is used up, for more to be there; else the budget as it is. */
    private Budget proposed() {
        Budget now = asked.budget();
        return job.state().isFinal()
                ? new Budget(
                        now.time().map(time -> time.multipliedBy(2)),
                        now.trials().map(trials -> 2 * trials),
                        now.patience())
                : now;
    }
}
