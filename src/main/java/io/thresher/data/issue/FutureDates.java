package io.thresher.data.issue;

import io.thresher.data.repair.RepairStep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Dates after today, in columns whose other dates are past. */
final class FutureDates implements Detector {
    private static final int MOST_NAMED = 100;
    /** If more dates are ahead, the column is about the future. */
    private static final double MOSTLY = 0.3;

    @Override
    public List<DataIssue> find(Inspection inspection) {
        double tomorrow = LocalDate.now(inspection.clock()).toEpochDay() + 2.0;
        List<DataIssue> issues = new ArrayList<>();
        for (Values column : inspection.features()) {
            inspection.dates(column).ifPresent(dates -> {
                int[] ahead = IntStream.range(0, column.codes())
                        .filter(code -> column.count(code) > 0 && dates.dayOf(code) >= tomorrow)
                        .toArray();
                if (ahead.length > 0) {
                    issues.add(issue(column, ahead));
                }
            });
        }
        return issues;
    }

    private static DataIssue issue(Values column, int[] ahead) {
        int rows = IntStream.of(ahead).map(column::count).sum();
        double share = rows / (double) column.present();
        List<String> words = IntStream.of(ahead)
                .limit(MOST_NAMED)
                .mapToObj(column::word)
                .sorted()
                .toList();
        boolean strays = share < MOSTLY;
        return DataIssue.of(
                IssueKind.FUTURE_DATES,
                strays ? Severity.MEDIUM : Severity.LOW,
                List.of(column.name()),
                Map.of("rows", rows, "share", share),
                "'%s' lies in the future in %s (%s), such as '%s'."
                        .formatted(column.name(), Words.rows(rows), Words.percent(share), words.get(words.size() - 1)),
                new Proposal.Repair(new RepairStep.ValuesToMissing(column.name(), words), false));
    }
}
