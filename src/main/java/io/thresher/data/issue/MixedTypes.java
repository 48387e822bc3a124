package io.thresher.data.issue;

import io.thresher.data.ColumnType;
import io.thresher.data.csv.Numerals;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Columns of numbers in which a few words stand, and columns of words in which a few numbers stand. */
final class MixedTypes implements Detector {
    private static final int FEWEST_NUMBERS = 5;
    private static final int FEWEST_WORDS = 3;
    private static final int FEWEST_STRAYS = 3;
    private static final int SHOWN = 3;
    /** Among so many words a few may well be numbers, as among titles. */
    private static final int MANY_WORDS = 100;

    @Override
    public List<DataIssue> find(Inspection inspection) {
        return inspection.features().stream()
                .filter(column ->
                        !column.isNumeric() && inspection.dates(column).isEmpty())
                .filter(column -> column.type() != ColumnType.TEXT && column.present() > 0)
                .map(column -> judge(inspection.limits().columns(), column))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<DataIssue> judge(Thresholds.Columns limits, Values column) {
        int[] numbers = IntStream.range(0, column.codes())
                .filter(code -> column.count(code) > 0 && isNumber(column.word(code)))
                .toArray();
        int[] words = IntStream.range(0, column.codes())
                .filter(code -> column.count(code) > 0 && !isNumber(column.word(code)))
                .toArray();
        double share = IntStream.of(numbers).map(column::count).sum() / (double) column.present();
        if (share >= limits.mostlyOne()
                && share < 1
                && numbers.length >= FEWEST_NUMBERS
                && words.length < numbers.length) {
            return Optional.of(issue(
                    column, share, words, "numbers", "words", new Proposal.Reread(column.name(), ColumnType.NUMBER)));
        }
        boolean mostlyWords = share > 0 && share <= limits.few() && words.length >= FEWEST_WORDS;
        int strays = IntStream.of(numbers).map(column::count).sum();
        if (mostlyWords && strays >= FEWEST_STRAYS && column.type() != ColumnType.IDENTIFIER) {
            return Optional.of(issue(
                    column,
                    1 - share,
                    numbers,
                    "words",
                    "numbers",
                    new Proposal.Note(
                            "Look where the numbers come from: they may have slipped in from another column.")));
        }
        return Optional.empty();
    }

    private static boolean isNumber(String word) {
        return !Double.isNaN(Numerals.parse(word.replace(" ", ""), true));
    }

    private static DataIssue issue(
            Values column, double share, int[] strays, String mostly, String few, Proposal proposal) {
        List<String> shown =
                IntStream.of(strays).limit(SHOWN).mapToObj(column::word).toList();
        return DataIssue.of(
                IssueKind.MIXED_TYPES,
                few.equals("numbers") && column.distinct() > MANY_WORDS ? Severity.LOW : Severity.MEDIUM,
                List.of(column.name()),
                Map.of("share", share, "strays", strays.length),
                "'%s' holds %s in %s of its rows, the rest are %s such as %s."
                        .formatted(column.name(), mostly, Words.percent(share), few, Words.names(shown)),
                proposal);
    }
}
