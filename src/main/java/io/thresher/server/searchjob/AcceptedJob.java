package io.thresher.server.searchjob;

import io.thresher.data.MetaFeatures;
import io.thresher.job.SearchJob;
import io.thresher.job.WarmStart;
import io.thresher.space.Trait;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A checked job with what only the service needs to know of it.
 *
 * @param recipe number of the recipe, 0 for none
 * @param validationReason why the job is validated as it is, if the user left that open
 * @param testDataset dataset that scores what the job delivers
 * @param families the families that were asked for, if not all of the space
 * @param traits what there is in its data; parameters about something else are not searched
 * @param table what its table is like; not known of jobs that came another way
 */
record AcceptedJob(
        SearchJob job,
        int recipe,
        Optional<String> validationReason,
        Optional<String> testDataset,
        Optional<List<String>> families,
        Set<Trait> traits,
        Optional<MetaFeatures> table) {

    /** The same, with that taken over from earlier jobs. */
    AcceptedJob with(WarmStart warmStart) {
        return new AcceptedJob(
                job.with(job.course().with(warmStart)), recipe, validationReason, testDataset, families, traits, table);
    }
}
