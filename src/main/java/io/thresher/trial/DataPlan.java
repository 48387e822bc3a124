package io.thresher.trial;

import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.split.Validation;
import io.thresher.model.Constraints;

/**
 * What the trials of a job learn from and how they are judged; the same for all of them.
 *
 * @param dataset id of the dataset, its content hash
 * @param target name of the column to predict
 * @param repairs what is done to the table first
 * @param validation how rows are left out of training
 * @param holdout fraction of the rows that no trial sees, kept to score what the search delivers; 0 for none
 * @param constraints what every model must keep to
 */
public record DataPlan(
        String dataset,
        String target,
        RepairRecipe repairs,
        Validation validation,
        double holdout,
        Constraints constraints) {
    /** Largest fraction that may be kept from the search. */
    public static final double MOST_HELD_OUT = 0.5;

    public DataPlan {
        if (!(holdout >= 0 && holdout <= MOST_HELD_OUT)) {
            throw new IllegalArgumentException(
                    "holdout must be from 0 to %s, got %s".formatted(MOST_HELD_OUT, holdout));
        }
    }

    /** A plan without constraints. */
    public DataPlan(String dataset, String target, RepairRecipe repairs, Validation validation, double holdout) {
        this(dataset, target, repairs, validation, holdout, Constraints.NONE);
    }
}
