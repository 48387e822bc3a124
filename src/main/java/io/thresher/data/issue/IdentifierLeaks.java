package io.thresher.data.issue;

import io.thresher.data.association.Ranks;
import io.thresher.data.repair.RepairStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Identifiers that carry the target: by their order, by the letters they begin with, or by their length. */
final class IdentifierLeaks implements Detector {
    private static final double CLEAR = 0.5;
    private static final double NOTICEABLE = 0.2;
    private static final int MOST_DIGITS = 15;
    private static final int LETTERS = 256;
    /** An identifier in the order of the rows says what that order says. */
    private static final double IN_ORDER = 0.99;

    @Override
    public List<DataIssue> find(Inspection inspection) {
        if (!inspection.outcome().isLearnable()) {
            return List.of();
        }
        return inspection.features().stream()
                .filter(inspection::isIdentifier)
                .map(column -> judge(inspection, column))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<DataIssue> judge(Inspection inspection, Values column) {
        int[] rows = inspection.outcome().rows();
        List<double[]> readings = column.isNumeric() ? List.of(column.numbers(rows)) : readings(column, rows);
        double[] places = IntStream.range(0, rows.length).mapToDouble(i -> i).toArray();
        double score = readings.stream()
                .filter(reading -> Math.abs(Agreement.correlation(Ranks.of(reading), places)) < IN_ORDER)
                .mapToDouble(inspection.outcome()::explainedBy)
                .max()
                .orElse(0);
        if (score < NOTICEABLE) {
            return Optional.empty();
        }
        String sentence = ("'%s' names the rows, yet the way it is written explains %s of '%s'."
                        + " A model would learn the numbering instead of the matter.")
                .formatted(
                        column.name(), Words.percent(score), inspection.target().name());
        return Optional.of(DataIssue.of(
                IssueKind.IDENTIFIER_LEAK,
                score >= CLEAR ? Severity.HIGH : Severity.MEDIUM,
                List.of(column.name()),
                Map.of("score", score),
                sentence,
                new Proposal.Repair(new RepairStep.DropColumn(column.name()), true)));
    }

    /** Numbers read from words: their digits, their beginning, their length. */
    private static List<double[]> readings(Values column, int[] rows) {
        List<ToDoubleFunction<String>> ways =
                List.of(IdentifierLeaks::digits, IdentifierLeaks::beginning, String::length);
        List<double[]> readings = new ArrayList<>();
        for (ToDoubleFunction<String> way : ways) {
            readings.add(IntStream.of(rows)
                    .mapToDouble(
                            row -> column.code(row) < 0 ? Double.NaN : way.applyAsDouble(column.word(column.code(row))))
                    .toArray());
        }
        return readings;
    }

    /** The first two letters as a number that keeps their order. */
    private static double beginning(String word) {
        double first = word.isEmpty() ? 0 : word.charAt(0);
        return first * LETTERS + (word.length() < 2 ? 0 : word.charAt(1));
    }

    private static double digits(String word) {
        String digits = word.replaceAll("\\D", "");
        return digits.isEmpty() || digits.length() > MOST_DIGITS ? Double.NaN : Double.parseDouble(digits);
    }
}
