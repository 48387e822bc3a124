package io.thresher.server.searchjob;

import io.thresher.data.DatasetSchema;
import io.thresher.server.Fault;
import io.thresher.trial.DataPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads on what a request wants its delivered model scored last: rows kept from the search, or another dataset. */
final class RequestedHoldout {
    private final StoredSchemas schemas;
    private final HoldoutScorer holdouts;
    private final List<Fault> faults;

    /**
     * @param faults where what is wrong is added
     */
    RequestedHoldout(StoredSchemas schemas, HoldoutScorer holdouts, List<Fault> faults) {
        this.schemas = schemas;
        this.holdouts = holdouts;
        this.faults = faults;
    }

    /** The fraction of the rows to keep, 0 for none. */
    double fraction(@Nullable Double asked, @Nullable String testDataset) {
        if (asked == null || asked == 0) {
            return 0;
        }
        if (!(asked > 0 && asked <= DataPlan.MOST_HELD_OUT)) {
            faults.add(Fault.at(
                    "/holdout",
                    "must be from 0 to %s, a fraction of the rows, got %s".formatted(DataPlan.MOST_HELD_OUT, asked)));
            return 0;
        }
        if (testDataset != null) {
            faults.add(Fault.at(
                    "/holdout", "a search is scored on a fraction of its rows or on a test dataset, not on both"));
        }
        return asked;
    }

    /** Checks that a test dataset, if one is named, has what a model of this schema needs. */
    void checkTest(@Nullable String testDataset, DatasetSchema schema, String target) {
        if (testDataset == null) {
            return;
        }
        if (schemas.find(testDataset).isEmpty()) {
            faults.add(Fault.at("/testDataset", "there is no dataset '%s'; upload it first".formatted(testDataset)));
            return;
        }
        List<String> missing = holdouts.missing(testDataset, schema, target);
        if (!missing.isEmpty()) {
            faults.add(Fault.at(
                    "/testDataset", "the dataset lacks columns that this one has: " + String.join(", ", missing)));
        }
    }
}
