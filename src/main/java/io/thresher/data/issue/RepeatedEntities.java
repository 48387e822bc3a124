package io.thresher.data.issue;

import io.thresher.data.ColumnType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Columns such as a patient's number, whose rows share the target or the features far more than chance, so that rows of
 * one patient to learn from give away the rows to check on. A measure is told from a number of things by its neighbours:
 * rows of the next larger measure are nearly as alike.
 */
final class RepeatedEntities implements Detector {
    private static final int MOST_ROWS = 10_000;
    private static final int FEWEST_ENTITIES = 10;
    private static final double ROWS_PER_ENTITY = 1.8;
    private static final double LARGEST = 0.2;
    private static final int MOST_ROWS_PER_ENTITY = 100;
    private static final double CODED = 0.8;
    private static final double VERY = 1.7;

    @Override
    public List<DataIssue> find(Inspection inspection) {
        int[] rows = RowSample.of(inspection.rows(), MOST_ROWS, inspection.seed("entities"));
        return inspection.descriptive().stream()
                .filter(column -> isCandidate(inspection, column))
                .map(column -> judge(inspection, column, rows))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(DataIssue::severity)
                        .thenComparing(issue -> -issue.evidence().getOrDefault("alike", 0.0)))
                .limit(1)
                .toList();
    }

    private static boolean isCandidate(Inspection inspection, Values column) {
        boolean names = column.type() == ColumnType.INTEGER || column.type().isCategorical();
        int distinct = column.distinct();
        double perEntity = column.present() / (double) Math.max(1, distinct);
        return names
                && distinct >= FEWEST_ENTITIES
                && perEntity >= ROWS_PER_ENTITY
                && perEntity <= MOST_ROWS_PER_ENTITY
                && column.present() > inspection.rows() / 2
                && column.count(column.commonest()) <= LARGEST * inspection.rows();
    }

    private static Optional<DataIssue> judge(Inspection inspection, Values column, int[] rows) {
        Kinship kinship = Kinship.of(column, rows);
        List<Double> gains = new ArrayList<>();
        for (Values other : inspection.descriptive()) {
            if (other != column) {
                gains.add(kinship.gain(other));
            }
        }
        double alike = gains.isEmpty() ? 0 : gains.stream().sorted().toList().get(gains.size() / 2);
        double target = kinship.gain(inspection.target());
        Thresholds.Structure limits = inspection.limits().structure();
        boolean found = alike >= limits.alike() || (target >= limits.alikeTarget() && isCoded(column));
        if (!found) {
            return Optional.empty();
        }
        boolean clear = isCoded(column) || alike >= VERY * limits.alike();
        String sentence = "'%s' repeats: %,d of them in %s, and rows of one are far more alike than others. Keep them on one side of every split."
                .formatted(column.name(), column.distinct(), Words.rows(column.rows()));
        return Optional.of(DataIssue.of(
                IssueKind.REPEATED_ENTITIES,
                clear ? Severity.MEDIUM : Severity.LOW,
                List.of(column.name()),
                Map.of("alike", alike, "targetAlike", target, "entities", column.distinct()),
                sentence,
                new Proposal.Split(Proposal.By.GROUP, column.name())));
    }

    /** Whether the values name things rather than describe them: whole numbers, or words with digits, or so named. */
    private static boolean isCoded(Values column) {
        if (column.isNumeric() || IdentifierShape.hasName(column.name())) {
            return true;
        }
        int[] used = IntStream.range(0, column.codes())
                .filter(code -> column.count(code) > 0)
                .toArray();
        long withDigits = Arrays.stream(used)
                .filter(code -> column.word(code).chars().anyMatch(Character::isDigit))
                .count();
        return withDigits >= CODED * used.length;
    }
}
