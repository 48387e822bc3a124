package io.thresher.data.issue;

import io.thresher.data.ColumnSchema;
import io.thresher.data.ColumnType;
import io.thresher.data.association.Ranks;
import io.thresher.data.csv.Numerals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Columns such as a patient's number, whose rows share the target or the features far more than chance, so that rows of
 * one patient to learn from give away the rows to check on. A measure is told from a number of things by its neighbours:
 * rows of the next larger measure are nearly as alike.
 */
final class RepeatedEntities implements Detector {
    private static final int MOST_ROWS = 10_000;
    private static final int MOST_CANDIDATES = 20;
    private static final int MOST_COMPARED = 60;
    private static final int FEWEST_ENTITIES = 10;
    private static final double ROWS_PER_ENTITY = 1.8;
    private static final double LARGEST = 0.2;
    private static final int MOST_ROWS_PER_ENTITY = 100;
    private static final double CODED = 0.8;
    private static final double VERY = 1.7;
    private static final double SOMEWHAT = 0.1;
    /** Numbers of things go with no measure. */
    private static final double UNRELATED = 0.5;

    private static final int FEWEST_NUMBERS = 25;
    private static final Pattern NAMES = Pattern.compile(
            "patient|subject|customer|client|user|person|household|family|participant|student|pupil|player|employee|member"
                    + "|account|device|machine|sensor|engine|unit|store|shop|school|hospital|clinic|site|session|cluster",
            Pattern.CASE_INSENSITIVE);

    @Override
    public List<DataIssue> find(Inspection inspection) {
        int[] rows = RowSample.of(inspection.rows(), MOST_ROWS, inspection.seed("entities"));
        return inspection.descriptive().stream()
                .filter(column -> isCandidate(inspection, column))
                .sorted(Comparator.comparing(column -> !isNamed(column.name())))
                .limit(MOST_CANDIDATES)
                .map(column -> judge(inspection, column, rows))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(RepeatedEntities::isUnnamed)
                        .thenComparing(DataIssue::severity)
                        .thenComparing(issue -> -issue.evidence().getOrDefault("alike", 0.0)))
                .limit(1)
                .toList();
    }

    /** Whether a column, by its schema alone, may name entities: so called or coded, and repeated neither rarely nor often. */
    static boolean mayName(ColumnSchema column, long rows) {
        double perEntity = rows / (double) Math.max(1, column.distinct());
        return (column.type() == ColumnType.INTEGER || column.type().isCategorical())
                && (isNamed(column.name()) || column.codes())
                && column.distinct() >= FEWEST_ENTITIES
                && perEntity >= ROWS_PER_ENTITY
                && perEntity <= MOST_ROWS_PER_ENTITY;
    }

    private static boolean isCandidate(Inspection inspection, Values column) {
        boolean names = column.type() == ColumnType.INTEGER || column.type().isCategorical();
        int distinct = column.distinct();
        double perEntity = column.present() / (double) Math.max(1, distinct);
        return names
                && (column.isNumeric() || isNamed(column.name()) || !holdsNumbers(column))
                && distinct >= FEWEST_ENTITIES
                && perEntity >= ROWS_PER_ENTITY
                && perEntity <= MOST_ROWS_PER_ENTITY
                && column.present() > inspection.rows() / 2
                && column.count(column.commonest()) <= LARGEST * inspection.rows();
    }

    private static Optional<DataIssue> judge(Inspection inspection, Values column, int[] rows) {
        Kinship kinship = Kinship.of(column, rows, inspection.seed("kinship"));
        List<Double> gains = new ArrayList<>();
        inspection.descriptive().stream()
                .filter(other -> other != column)
                .limit(MOST_COMPARED)
                .forEach(other -> gains.add(kinship.gain(other)));
        double alike = gains.isEmpty() ? 0 : gains.stream().sorted().toList().get(gains.size() / 2);
        double target = kinship.gain(inspection.target());
        if (column.isNumeric() && !isNamed(column.name()) && isMeasure(inspection, column, rows)) {
            return Optional.empty();
        }
        Thresholds.Structure limits = inspection.limits().structure();
        boolean found = alike >= limits.alike()
                || (target >= limits.alikeTarget() && isCoded(column) && (alike >= SOMEWHAT || isNamed(column.name())));
        if (!found) {
            return Optional.empty();
        }
        boolean clear = isCoded(column) || alike >= VERY * limits.alike();
        String sentence =
                "'%s' repeats: %,d of them in %s, and rows of one are far more alike than others. Keep them on one side of every split."
                        .formatted(column.name(), column.distinct(), Words.rows(column.rows()));
        return Optional.of(DataIssue.of(
                IssueKind.REPEATED_ENTITIES,
                clear ? Severity.MEDIUM : Severity.LOW,
                List.of(column.name()),
                Map.of("alike", alike, "targetAlike", target, "entities", column.distinct()),
                sentence,
                new Proposal.Split(Proposal.By.GROUP, column.name())));
    }

    /** Whether most words are numbers, as where a few words stand among measures. */
    private static boolean holdsNumbers(Values column) {
        return IntStream.range(0, column.codes())
                        .filter(code ->
                                column.count(code) > 0 && !Double.isNaN(Numerals.parse(column.word(code), true)))
                        .count()
                > column.distinct() / 2;
    }

    private static boolean isUnnamed(DataIssue issue) {
        return !isNamed(issue.columns().get(0));
    }

    private static boolean isNamed(String name) {
        return IdentifierShape.hasName(name) || NAMES.matcher(name).find();
    }

    /** Whether whole numbers are amounts: in steps of more than one, few, or going with other numbers. */
    private static boolean isMeasure(Inspection inspection, Values column, int[] rows) {
        double divisor =
                IntStream.range(0, column.codes()).mapToDouble(column::number).reduce(0, RepeatedEntities::divisor);
        double[] ranks = Ranks.of(column.numbers(rows));
        return column.number(0) < 0
                || divisor != 1
                || column.distinct() < FEWEST_NUMBERS
                || inspection.descriptive().stream()
                        .filter(other -> other != column && (other.isNumeric() || other.codes() == 2))
                        .anyMatch(other ->
                                Math.abs(Agreement.correlation(Ranks.of(other.numbers(rows)), ranks)) >= UNRELATED);
    }

    private static double divisor(double a, double b) {
        double larger = Math.abs(a);
        double smaller = Math.abs(b);
        while (smaller != 0) {
            double rest = larger % smaller;
            larger = smaller;
            smaller = rest;
        }
        return larger;
    }

    /** Whether the values name things rather than describe them: whole numbers, or words with digits, or so named. */
    private static boolean isCoded(Values column) {
        if (column.isNumeric() || isNamed(column.name())) {
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
