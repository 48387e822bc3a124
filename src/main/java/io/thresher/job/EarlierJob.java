package io.thresher.job;

import io.thresher.data.MetaFeatures;

/**
 * A job that has ended, as far as jobs on similar tables can learn from it.
 *
 * @param id of the job
 * @param dataset id of its dataset
 * @param target the column it predicted
 * @param table what its table is like
 */
public record EarlierJob(String id, String dataset, String target, MetaFeatures table) {
    boolean isAboutTheSameAs(EarlierJob other) {
        return dataset.equals(other.dataset) && target.equals(other.target);
    }
}
