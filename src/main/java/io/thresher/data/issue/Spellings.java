package io.thresher.data.issue;

import io.thresher.data.ColumnType;
import io.thresher.data.repair.RepairStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Words that differ only in case, spaces or accents. */
final class Spellings implements Detector {
    private static final int SHORT = 3;
    private static final int MOST_WORDS = 50_000;

    @Override
    public List<DataIssue> find(Inspection inspection) {
        return inspection.features().stream()
                .filter(column -> column.type().isCategorical() || column.type() == ColumnType.CATEGORY)
                .filter(column -> inspection.dates(column).isEmpty() && !column.isNumeric())
                .filter(column -> column.codes() <= MOST_WORDS)
                .map(column -> judge(inspection, column))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<DataIssue> judge(Inspection inspection, Values column) {
        Map<String, List<Integer>> spellings = new LinkedHashMap<>();
        for (int code = 0; code < column.codes(); code++) {
            if (column.count(code) > 0) {
                spellings
                        .computeIfAbsent(Spelling.joined(column.word(code)), unseen -> new ArrayList<>())
                        .add(code);
            }
        }
        Map<String, String> into = new TreeMap<>();
        int rows = 0;
        boolean isShort = false;
        for (Map.Entry<String, List<Integer>> group : spellings.entrySet()) {
            List<Integer> codes = group.getValue();
            if (codes.size() > 1 && !group.getKey().isEmpty()) {
                int stays = codes.stream()
                        .max(Comparator.comparingInt(column::count).thenComparing(code -> -code))
                        .orElseThrow();
                for (int code : codes) {
                    if (code != stays) {
                        into.put(column.word(code), column.word(stays));
                        rows += column.count(code);
                        isShort |= group.getKey().length() < SHORT;
                    }
                }
            }
        }
        return into.isEmpty() ? Optional.empty() : Optional.of(issue(inspection, column, into, rows, isShort));
    }

    private static DataIssue issue(
            Inspection inspection, Values column, Map<String, String> into, int rows, boolean isShort) {
        double share = rows / (double) column.rows();
        boolean some = share >= inspection.limits().rows().someRows() && !isShort;
        Map.Entry<String, String> example = into.entrySet().iterator().next();
        return DataIssue.of(
                IssueKind.SPELLINGS,
                some ? Severity.MEDIUM : Severity.LOW,
                List.of(column.name()),
                Map.of("spellings", into.size(), "rows", rows, "share", share),
                "'%s' writes the same thing in several ways in %s, such as '%s' for '%s'."
                        .formatted(column.name(), Words.rows(rows), example.getKey(), example.getValue()),
                new Proposal.Repair(new RepairStep.MergeSpellings(column.name(), into), !isShort));
    }
}
