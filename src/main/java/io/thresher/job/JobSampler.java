package io.thresher.job;

import io.thresher.search.EnsembleShares;
import io.thresher.search.FirstLooks;
import io.thresher.search.Portfolio;
import io.thresher.search.Sampler;
import io.thresher.search.SearchStrategy;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.util.List;

/** What suggests the trials of a job. */
public final class JobSampler {
    private JobSampler() {}

    /**
     * The sampler of {@code job} as it is asked for now.
     *
     * @param shares what families are worth to an ensemble, if the job may deliver one
     * @param rows of its dataset
     */
    public static Sampler of(SearchJob job, EnsembleShares shares, long rows) {
        List<Configuration> earlier = job.course().warmStart().configurations();
        Sampler sampler = job.course()
                .strategy()
                .sampler(
                        job.space(),
                        job.ensemble() ? shares : EnsembleShares.NONE,
                        earlier,
                        new Seed(job.seed()).fork("sampler"));
        return looksFirst(job, rows)
                ? new FirstLooks(job.space(), Portfolio.shipped().with(earlier), sampler)
                : sampler;
    }

    /** Where nothing hurries, looks would only take the place of trials. */
    private static boolean looksFirst(SearchJob job, long rows) {
        return job.isTimed() && job.course().strategy() == SearchStrategy.ENGINE && rows >= FirstLooks.MANY_ROWS;
    }
}
