package io.thresher.data.issue;

import io.thresher.data.repair.RepairStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Numbers that stand for a missing one: a spike far outside of all other values. */
final class Sentinels implements Detector {
    private static final int FEWEST_ROWS = 3;
    private static final int FEWEST_USUAL = 2;
    private static final int FEWEST_OTHERS = 10;
    private static final int FEWEST_DISTINCT = 5;
    /** Written for want of a number in columns that have no other negative one. */
    private static final Set<Double> NEGATIVE_MARKS = Set.of(-1.0, -2.0, -7.0, -8.0, -9.0, -99.0, -999.0, -9999.0);
    /** Half of the numbers are so large that minus one is no neighbour of theirs. */
    private static final double ABOVE_ONE = 5;

    private static final int MOST_OF_ONE_COLUMN = 3;

    @Override
    public List<DataIssue> find(Inspection inspection) {
        return inspection.features().stream()
                .filter(column -> column.isNumeric() && !inspection.isIdentifier(column))
                .map(column -> judge(inspection, column))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<DataIssue> judge(Inspection inspection, Values column) {
        List<Spike> spikes = new ArrayList<>();
        int low = 0;
        int high = column.codes();
        while (spikes.size() < MOST_OF_ONE_COLUMN && high - low > FEWEST_DISTINCT) {
            Optional<Spike> atLow = spike(inspection, column, low, low + 1, high);
            if (atLow.isPresent()) {
                spikes.add(atLow.get());
                low++;
                continue;
            }
            Optional<Spike> atHigh = spike(inspection, column, high - 1, low, high - 1);
            if (atHigh.isEmpty()) {
                break;
            }
            spikes.add(atHigh.get());
            high--;
        }
        return spikes.isEmpty() ? Optional.empty() : Optional.of(issue(column, spikes));
    }

    /** A value that stands for a missing one; {@code sure} if it can hardly be measured. */
    private record Spike(int code, boolean sure) {}

    /** Judges the value of {@code code} against those of the codes from {@code from} up to {@code to}. */
    private static Optional<Spike> spike(Inspection inspection, Values column, int code, int from, int to) {
        int rows = column.count(code);
        Thresholds.Columns limits = inspection.limits().columns();
        boolean usual = isUsual(column.number(code));
        if (rows < Math.max(usual ? FEWEST_USUAL : FEWEST_ROWS, limits.spike() * column.present())) {
            return Optional.empty();
        }
        Spread others = Spread.of(column, from, to);
        if (others.rows() < FEWEST_OTHERS) {
            return Optional.empty();
        }
        double value = column.number(code);
        if (value != Math.rint(value)) {
            return Optional.empty();
        }
        double away = others.away(value);
        double nearest = code < from ? column.number(from) : column.number(to - 1);
        double gap = Math.abs(value - nearest);
        boolean alone =
                gap >= others.range() || (gap >= others.quartiles() && rows > others.commonestAtEdge(code < from));
        boolean onlyNegative = NEGATIVE_MARKS.contains(value)
                && others.least() >= 0
                && others.most() >= FEWEST_OTHERS
                && rows >= FEWEST_ROWS
                && (others.isSpiked() || others.median() >= ABOVE_ONE);
        if (onlyNegative) {
            return Optional.of(new Spike(code, true));
        }
        if (value == 0 || value == -1) {
            return besideMeasured(limits, others, new Spike(code, true), value, away, alone);
        }
        double needed = usual ? limits.zeroAway() : limits.farAway();
        return alone && away >= needed && gap >= (usual ? 0.5 : 1) * others.range()
                ? Optional.of(new Spike(code, true))
                : Optional.empty();
    }

    private static Optional<Spike> besideMeasured(
            Thresholds.Columns limits, Spread others, Spike spike, double value, double away, boolean alone) {
        if (alone && away >= limits.zeroAway()) {
            return Optional.of(spike);
        }
        boolean apart = value == 0 && others.least() > 2 * others.step() && others.low() >= 0.4 * others.median();
        return apart ? Optional.of(new Spike(spike.code, false)) : Optional.empty();
    }

    /** Whether people use the number where they have none: 99, 999 …, 9998, −99 …, 10000 …. */
    private static boolean isUsual(double value) {
        double size = Math.abs(value);
        if (size < 88 || size != Math.rint(size) || size > 1e9) {
            return false;
        }
        String digits = Long.toString((long) size);
        return digits.matches("9+[6-9]?|8{2,}|1?0{0}9{2,}|[1-9]0{3,}|7{3,}")
                || (value < 0 && digits.matches("[1-9]0+"));
    }

    private static DataIssue issue(Values column, List<Spike> spikes) {
        List<String> values =
                spikes.stream().map(spike -> column.word(spike.code)).toList();
        int rows = spikes.stream().mapToInt(spike -> column.count(spike.code)).sum();
        boolean sure = spikes.stream().anyMatch(Spike::sure);
        double share = rows / (double) column.rows();
        return DataIssue.of(
                IssueKind.SENTINEL,
                sure ? Severity.MEDIUM : Severity.LOW,
                List.of(column.name()),
                Map.of("rows", rows, "share", share),
                "'%s' is %s in %s (%s), far from all other values; it seems to mean that there is none."
                        .formatted(column.name(), String.join(" or ", values), Words.rows(rows), Words.percent(share)),
                new Proposal.Repair(new RepairStep.ValuesToMissing(column.name(), values), false));
    }
}
