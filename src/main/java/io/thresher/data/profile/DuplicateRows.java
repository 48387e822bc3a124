package io.thresher.data.profile;

import java.util.List;

/** How many rows repeat another one. */
final class DuplicateRows {
    private static final int AT_ONCE = 500;

    private DuplicateRows() {}

    /** Rows that have the same hash over all columns as one before them; missing values are alike. */
    static long count(StoredRows rows) {
        List<Integer> places = rows.places(place -> true);
        StringBuilder hash = new StringBuilder();
        for (int from = 0; from < places.size(); from += AT_ONCE) {
            hash.append(from == 0 ? "hash(" : ", hash(");
            hash.append(StoredRows.each(
                    places.subList(from, Math.min(places.size(), from + AT_ONCE)), place -> "c" + place));
            hash.append(')');
        }
        return rows.query("SELECT count(*) - count(DISTINCT hash(%s)) FROM t".formatted(hash), StoredRows::number);
    }
}
