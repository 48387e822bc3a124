package io.thresher.data.csv;

import java.util.List;

/**
 * Records above a table that are no part of it: comments, a title, a line that tells the delimiter. They count as such
 * only if a record of the table's usual length follows; what could be the table's first record is never taken away.
 */
final class NotesAbove {
    private static final int MOST = 20;
    /** Records of the usual length needed to believe that there is a table below. */
    private static final int FEWEST_BELOW = 2;

    private NotesAbove() {}

    /** Number of records at the beginning that are notes; {@code columns} is the usual length. */
    static int count(List<List<String>> records, int columns) {
        int notes = 0;
        while (notes < Math.min(MOST, records.size()) && isNote(records, notes, columns)) {
            notes++;
        }
        List<List<String>> below = records.subList(notes, records.size());
        long whole = below.stream()
                .limit(MOST)
                .filter(record -> record.size() == columns)
                .count();
        boolean isTable = !below.isEmpty() && below.get(0).size() == columns && whole >= FEWEST_BELOW;
        return isTable ? notes : 0;
    }

    private static boolean isComment(List<List<String>> records, int place) {
        return place < records.size() && records.get(place).get(0).strip().startsWith("#");
    }

    private static boolean isNote(List<List<String>> records, int place, int columns) {
        List<String> record = records.get(place);
        String first = record.get(0).strip();
        if (place == 0 && first.regionMatches(true, 0, "sep=", 0, 4)) {
            return true;
        }
        boolean word = !first.isEmpty() && Double.isNaN(Numerals.parse(first, true));
        if (!word || record.stream().skip(1).anyMatch(value -> !value.isBlank())) {
            return isComment(records, place) && (record.size() != columns || isComment(records, place + 1));
        }
        if (record.size() < columns) {
            return true;
        }
        // A title that a spreadsheet filled up with delimiters; a header with one name looks the same.
        return columns > 2
                && record.size() == columns
                && place + 2 < records.size()
                && records.get(place + 1).stream().noneMatch(String::isBlank)
                && HeaderDetection.hasHeader(records.subList(place + 1, records.size()));
    }
}
