package io.thresher.data.issue;

import io.thresher.data.association.Ranks;
import io.thresher.data.repair.RepairStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Columns that are filled only when the target has come out in one way, as a date of death is. A number that is zero
 * where nothing was filled in counts as not filled there.
 */
final class PostEventColumns implements Detector {
    private static final int FEWEST_FILLED = 15;
    private static final double MOST_FILLED = 0.8;
    /** An outcome so frequent would make up most of the filled rows anyway. */
    private static final double COMMON_OUTCOME = 0.8;
    /** The same where zero counts as not filled: larger amounts go with larger targets by nature. */
    private static final double COMMON_LEVEL = 0.6;
    /** Logarithm of the chance that all filled rows have the outcome though they have nothing to do with it. */
    private static final double RARE = -20;
    /** Other outcomes among the filled rows, as a part of what they are among all rows. */
    private static final double STRAY = 0.05;

    @Override
    public List<DataIssue> find(Inspection inspection) {
        List<DataIssue> issues = new ArrayList<>();
        if (!inspection.outcome().isLearnable()) {
            return issues;
        }
        int[] rows = inspection.outcome().rows();
        for (Values column : inspection.features()) {
            int empty = column.isNumeric() && column.present() == column.rows() ? zero(column) : -1;
            boolean[] filled = new boolean[rows.length];
            for (int i = 0; i < rows.length; i++) {
                filled[i] = column.code(rows[i]) != empty && column.code(rows[i]) >= 0;
            }
            outcomes(inspection, filled, empty >= 0).stream()
                    .map(outcome -> judge(inspection, column, filled, outcome))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(issues::add);
        }
        return issues;
    }

    /** Rows whose target has come out in one way; worth a word if they are at most the share {@code most} of all. */
    private record Outcomes(String words, IntPredicate has, int rows, double most) {
        static Outcomes of(String words, int all, double most, IntPredicate has) {
            return new Outcomes(
                    words, has, (int) IntStream.range(0, all).filter(has).count(), most);
        }
    }

    private static List<Outcomes> outcomes(Inspection inspection, boolean[] filled, boolean strict) {
        double[] target = inspection.outcome().target().values();
        String name = inspection.target().name();
        if (!inspection.isClassification()) {
            double[] ranks = Ranks.of(target);
            double[] there = IntStream.range(0, ranks.length)
                    .filter(i -> filled[i])
                    .mapToDouble(i -> ranks[i])
                    .sorted()
                    .toArray();
            int strays = strict ? 0 : there.length / 100;
            if (there.length == 0) {
                return List.of();
            }
            double most = strict ? COMMON_LEVEL : COMMON_OUTCOME;
            double low = there[strays];
            double high = there[there.length - 1 - strays];
            return List.of(
                    Outcomes.of("'%s' is high".formatted(name), target.length, most, i -> ranks[i] >= low),
                    Outcomes.of("'%s' is low".formatted(name), target.length, most, i -> ranks[i] <= high));
        }
        List<Outcomes> outcomes = new ArrayList<>();
        List<String> classes = inspection.outcome().target().classes();
        for (int label = 0; label < classes.size(); label++) {
            int wanted = label;
            outcomes.add(Outcomes.of(
                    "'%s' is '%s'".formatted(name, classes.get(label)),
                    target.length,
                    COMMON_OUTCOME,
                    i -> target[i] == wanted));
        }
        return outcomes;
    }

    private static int zero(Values column) {
        int commonest = column.commonest();
        return commonest >= 0 && column.number(commonest) == 0 ? commonest : -1;
    }

    private static Optional<DataIssue> judge(Inspection inspection, Values column, boolean[] filled, Outcomes outcome) {
        int all = filled.length;
        int some = (int) IntStream.range(0, all).filter(i -> filled[i]).count();
        int both = (int) IntStream.range(0, all)
                .filter(i -> filled[i] && outcome.has().test(i))
                .count();
        Thresholds.Leaks limits = inspection.limits().leaks();
        boolean common = outcome.rows() > outcome.most() * all;
        if (some < FEWEST_FILLED || some > MOST_FILLED * all || common) {
            return Optional.empty();
        }
        double purity = both / (double) some;
        double coverage = both / (double) outcome.rows();
        double chance = some * Math.log(outcome.rows() / (double) all);
        double stray = (1 - purity) / (1 - outcome.rows() / (double) all);
        if (purity < limits.purity() || stray > STRAY || coverage < limits.coverage() || chance > RARE) {
            return Optional.empty();
        }
        String sentence =
                "'%s' is filled almost only where %s (%s of the %s that have it), as if it were written down afterwards."
                        .formatted(column.name(), outcome.words(), Words.percent(purity), Words.rows(some));
        return Optional.of(DataIssue.of(
                IssueKind.POST_EVENT,
                Severity.HIGH,
                List.of(column.name()),
                Map.of("purity", purity, "coverage", coverage, "filledRows", some),
                sentence,
                new Proposal.Repair(new RepairStep.DropColumn(column.name()), false)));
    }
}
