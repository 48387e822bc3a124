package io.thresher.server.searchjob;

import io.thresher.job.Budget;
import io.thresher.job.SearchJob;
import io.thresher.server.Fault;
import io.thresher.server.ProblemException;
import io.thresher.server.searchspace.SearchSpaces;
import io.thresher.space.Configuration;
import io.thresher.space.SearchSpace;
import io.thresher.space.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks what is asked of a job that is there: either it can be done, or every fault in it is named. */
final class ControlCheck {
    private final SearchJob job;
    private final List<Fault> faults = new ArrayList<>();

    ControlCheck(SearchJob job) {
        this.job = job;
    }

    /** The budget that takes the place of the job's. */
    Budget budget(ExtensionRequest request) {
        Optional<Budget> budget = RequestedBudget.extended(job.budget(), request.budget(), faults);
        return budget.orElseThrow(() -> ProblemException.invalid(faults));
    }

    /**
     * The space that takes the place of the job's.
     *
     * @param traits what there is in the job's data
     */
    SearchSpace space(SpaceRequest request, SearchSpaces spaces, Set<Trait> traits) {
        RequestedSpace requested = new RequestedSpace(spaces, faults);
        return requested
                .read(Optional.ofNullable(request.searchSpace()).orElse(""))
                .map(whole -> spaces.relevant(whole, traits))
                .flatMap(narrowed -> requested.within(narrowed, job.space()))
                .orElseThrow(() -> ProblemException.invalid(faults));
    }

    /** The configuration of a trial that is asked for. */
    Configuration configuration(TrialRequest request) {
        return new RequestedTrial(job.space(), faults)
                .read(request)
                .orElseThrow(() -> ProblemException.invalid(faults));
    }
}
