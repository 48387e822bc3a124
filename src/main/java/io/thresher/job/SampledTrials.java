package io.thresher.job;

import io.thresher.search.FirstLooks;
import io.thresher.search.Observation;
import io.thresher.search.Sampler;
import io.thresher.space.Configuration;
import io.thresher.space.SearchSpace;
import java.util.List;

/** New trials: a sampler suggests them from what is known, until no gain is expected any more. */
final class SampledTrials implements TrialPlanner {
    private final SearchJob job;
    private final Sampler sampler;

    SampledTrials(SearchJob job, Sampler sampler) {
        this.job = job;
        this.sampler = sampler;
    }

    @Override
    public boolean isReady(TrialBook book) {
        return book.knowsEnough();
    }

    @Override
    public NextTrial next(TrialBook book) {
        List<Integer> unseen = book.unseen();
        Outlook outlook = book.outlook(book.next(), unseen);
        if (job.budget()
                .patience()
                .filter(patience -> patience.isExhausted(outlook.history()))
                .isPresent()) {
            return new NextTrial.None(EndReason.NO_GAIN_EXPECTED);
        }
        return sampler.suggest(book.next(), inside(outlook.history()), outlook.pending())
                .<NextTrial>map(configuration ->
                        new NextTrial.Planned(PlannedTrial.suggested(book.next(), configuration, unseen)))
                .orElseGet(() -> new NextTrial.None(EndReason.SPACE_EXHAUSTED));
    }

    /** A sampler knows its space only: what was tried before the space was narrowed may lie outside. */
    private List<Observation> inside(List<Observation> history) {
        SearchSpace space = job.space();
        return history.stream()
                .filter(observation -> contains(space, observation.configuration()))
                .toList();
    }

    private static boolean contains(SearchSpace space, Configuration configuration) {
        Configuration whole = FirstLooks.onAllRows(configuration);
        return space.family(configuration.family())
                .filter(family -> family.faults(configuration).isEmpty()
                        || family.faults(whole).isEmpty())
                .isPresent();
    }
}
