package io.thresher.data.issue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One thing that is wrong with a table, or may be.
 *
 * @param columns the names of the columns it is about, the most concerned first; empty if it is about rows
 * @param evidence the figures that speak for it, by name
 * @param sentence the finding for a person who knows the data but no statistics
 * @param proposal what could be done about it
 */
public record DataIssue(
        IssueKind kind,
        Severity severity,
        List<String> columns,
        SortedMap<String, Double> evidence,
        String sentence,
        Proposal proposal) {

    public DataIssue {
        columns = List.copyOf(columns);
        evidence = Collections.unmodifiableSortedMap(new TreeMap<>(evidence));
        if (evidence.values().stream().anyMatch(figure -> !Double.isFinite(figure))) {
            throw new IllegalArgumentException("%s: figures must be finite, got %s".formatted(kind, evidence));
        }
    }

    /** An issue with those figures. */
    static DataIssue of(
            IssueKind kind,
            Severity severity,
            List<String> columns,
            Map<String, ? extends Number> figures,
            String sentence,
            Proposal proposal) {
        SortedMap<String, Double> evidence = new TreeMap<>();
        figures.forEach((name, figure) -> evidence.put(name, figure.doubleValue()));
        return new DataIssue(kind, severity, columns, evidence, sentence, proposal);
    }
}
