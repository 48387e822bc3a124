package io.thresher.model.similarity;

import io.thresher.model.TrainingFailure;
import io.thresher.model.TrainingSet;
import java.util.Locale;

/** What is too large for models that keep their training rows. */
final class SmallTable {
    private SmallTable() {}

    /**
     * Says no to large tables.
     *
     * @throws TrainingFailure if there are more training rows or more values in them than that
     */
    static void require(TrainingSet rows, int mostRows, long mostValues) {
        rows.requireFeatures();
        int count = rows.features().rows();
        long values = (long) count * rows.features().columns();
        if (count > mostRows || values > mostValues) {
            throw new TrainingFailure(
                    TrainingFailure.Cause.INFEASIBLE,
                    String.format(
                            Locale.ROOT,
                            "keeps its training rows: at most %,d of them and %,d values, got %,d rows of %,d features",
                            mostRows,
                            mostValues,
                            count,
                            rows.features().columns()));
        }
    }
}
