package io.thresher.server.searchjob;

import io.thresher.job.Budget;
import io.thresher.job.Course;
import io.thresher.job.SearchJob;
import io.thresher.model.Constraints;
import io.thresher.search.SearchStrategy;
import io.thresher.server.DataFolder;
import io.thresher.server.Fault;
import io.thresher.server.ProblemException;
import io.thresher.server.issue.Issues;
import io.thresher.server.recipe.Recipes;
import io.thresher.server.searchjob.RequestedPlan.Found;
import io.thresher.server.searchspace.SearchSpaces;
import io.thresher.space.SearchSpace;
import io.thresher.space.Trait;
import io.thresher.trial.Limits;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks a request whole: either it is a search job, or every fault in it is named. */
final class SearchJobCheck {
    /** Seeds that are drawn stay readable. */
    private static final int DRAWN_SEEDS = 1_000_000;

    private final SearchSpaces spaces;
    private final RequestedPlan plan;
    private final int slots;
    private final List<Fault> faults = new ArrayList<>();

    SearchJobCheck(
            DataFolder folder, SearchSpaces spaces, Recipes recipes, Issues issues, HoldoutScorer holdouts, int slots) {
        this.spaces = spaces;
        this.plan = new RequestedPlan(folder, recipes, issues, holdouts, faults);
        this.slots = slots;
    }

    /**
     * @throws ProblemException naming every fault
     */
    AcceptedJob check(String id, SearchJobRequest request) {
        Optional<Budget> budget = RequestedBudget.read(request.budget(), faults);
        int parallelism = parallelism(request.parallelism());
        Optional<SearchStrategy> strategy = RequestedWord.strategy(request.strategy(), faults);
        Optional<Found> found = plan.read(request);
        Optional<SearchSpace> space = space(request, found);
        checkWarmStart(request.warmStart(), strategy.orElse(SearchStrategy.ENGINE));
        Limits limits = new RequestedLimits(faults).read(request.limits());
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        long seed = request.seed() == null ? new SecureRandom().nextInt(DRAWN_SEEDS) : request.seed();
        Found known = found.orElseThrow();
        SearchJob job = new SearchJob(
                id,
                known.data(),
                known.objective().within(limits),
                budget.orElseThrow(),
                space.orElseThrow(),
                seed,
                parallelism,
                !Boolean.FALSE.equals(request.ensemble()),
                Course.ofNew(
                        strategy.orElse(SearchStrategy.ENGINE),
                        request.parallelism() == null ? 1 : request.parallelism()));
        return new AcceptedJob(
                job,
                known.recipe(),
                known.reason(),
                Optional.ofNullable(request.testDataset()),
                RequestedFamilies.named(request.families()),
                known.traits(),
                Optional.of(known.table()));
    }

    private void checkWarmStart(@Nullable Boolean asked, SearchStrategy strategy) {
        if (Boolean.TRUE.equals(asked) && strategy != SearchStrategy.ENGINE) {
            faults.add(Fault.at("/warmStart", "only strategy engine takes over from earlier jobs"));
        }
    }

    /** The space that is asked for, without what cannot keep to the constraints and what the data have not. */
    private Optional<SearchSpace> space(SearchJobRequest request, Optional<Found> found) {
        RequestedSpace requested = new RequestedSpace(spaces, faults);
        Constraints constraints = found.map(known -> known.data().constraints()).orElse(Constraints.NONE);
        return requested
                .read(RequestedSpace.reference(request.searchSpace()))
                .flatMap(whole -> new RequestedFamilies(faults).read(request.families(), whole))
                .flatMap(asked -> requested.honouring(asked, constraints))
                .map(kept -> spaces.relevant(kept, found.map(Found::traits).orElse(Trait.all())));
    }

    private int parallelism(@Nullable Integer asked) {
        if (asked != null && (asked < 1 || asked > slots)) {
            faults.add(Fault.at(
                    "/parallelism", "must be from 1 to %d, the number of workers, got %d".formatted(slots, asked)));
        }
        return asked == null ? slots : asked;
    }
}
