package io.thresher.data.csv;

import io.thresher.data.DatasetSchema;
import java.util.List;
import java.util.Optional;

/**
 * Where the needed columns stand in a file that is posted to be predicted.
 *
 * @param needed names of the needed columns
 * @param places for every needed column its place in a record, from 0, or -1 where it is not there
 * @param found names of all columns of the file
 * @param hasHeader whether the first record holds the names
 */
record ColumnLayout(List<String> needed, List<Integer> places, List<String> found, boolean hasHeader) {

    /**
     * Finds the columns by name if the first record is a header, otherwise by place; then the target may be left out.
     *
     * @return nothing if the training data has no header and this file has another number of columns
     */
    static Optional<ColumnLayout> of(
            List<String> firstRecord, DatasetSchema trainedOn, String target, List<String> needed) {
        ColumnLayout named = byName(ColumnNames.ofHeader(firstRecord).names(), true, needed);
        if (trainedOn.dialect().hasHeader() || named.missing().isEmpty()) {
            return Optional.of(named);
        }
        List<String> all = trainedOn.names();
        if (firstRecord.size() == all.size()) {
            return Optional.of(byName(all, false, needed));
        }
        if (firstRecord.size() == all.size() - 1) {
            List<String> allButTarget =
                    all.stream().filter(name -> !name.equals(target)).toList();
            return Optional.of(byName(allButTarget, false, needed));
        }
        return Optional.empty();
    }

    /** The needed columns that are not there. */
    List<String> missing() {
        return needed.stream().filter(name -> !found.contains(name)).toList();
    }

    private static ColumnLayout byName(List<String> found, boolean hasHeader, List<String> needed) {
        return new ColumnLayout(needed, needed.stream().map(found::indexOf).toList(), found, hasHeader);
    }
}
