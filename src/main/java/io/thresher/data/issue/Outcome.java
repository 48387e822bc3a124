package io.thresher.data.issue;

import io.thresher.data.Target;
import io.thresher.data.association.Levels;
import io.thresher.data.association.PredictiveScore;
import io.thresher.data.association.Ranks;
import io.thresher.seed.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Rows with a target, at most 20,000 of them, and how much each column tells of it there. */
final class Outcome {
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_CLASSES = 100;
    /** A column that is missing in some rows is judged by the others if it explains this much anyway. */
    private static final double WORTH_A_LOOK = 0.3;

    private static final double MOSTLY_FILLED = 0.5;

    private final int[] rows;
    private final Target target;
    private final Seed seed;
    private final List<PredictiveScore> scorers;
    private final Map<String, Double> scores = new HashMap<>();

    private Outcome(int[] rows, Target target, Seed seed) {
        this.rows = rows;
        this.seed = seed;
        this.target = target;
        List<PredictiveScore> asked = new ArrayList<>();
        asked.add(PredictiveScore.of(target, seed.fork("score")));
        if (!target.task().isClassification()) {
            asked.add(PredictiveScore.of(Target.ofNumbers(Ranks.of(target.values())), seed.fork("score")));
        }
        this.scorers = List.copyOf(asked);
    }

    static Outcome of(Values target, boolean classes, List<Values> features, Seed seed) {
        int[] present = IntStream.range(0, target.rows())
                .filter(row -> target.code(row) >= 0)
                .toArray();
        int[] drawn = RowSample.of(present.length, MOST_ROWS, seed.fork("outcome"));
        int[] rows = Arrays.stream(drawn).map(i -> present[i]).toArray();
        Outcome outcome = new Outcome(rows, labels(target, classes, rows), seed);
        if (outcome.isLearnable()) {
            features.forEach(column -> outcome.scores.put(column.name(), outcome.explainedBy(column)));
        }
        return outcome;
    }

    private static Target labels(Values target, boolean isClasses, int[] rows) {
        if (!isClasses) {
            return Target.ofNumbers(target.numbers(rows));
        }
        List<String> classes =
                IntStream.range(0, target.codes()).mapToObj(target::word).toList();
        return Target.ofClasses(
                classes, Arrays.stream(rows).mapToDouble(target::code).toArray());
    }

    /** Whether there is anything to tell: some rows, and more than one value but not too many classes. */
    boolean isLearnable() {
        return rows.length >= 20
                && target.classes().size() <= MOST_CLASSES
                && Arrays.stream(target.values()).distinct().limit(2).count() == 2;
    }

    /** The rows of the table, ascending. */
    int[] rows() {
        return rows.clone();
    }

    /** The target of {@link #rows()}; classes in the order of the target's codes. */
    Target target() {
        return target;
    }

    /** The share of the target that the column explains, from 0 to 1; 0 if nothing can be learned. */
    double score(Values column) {
        return scores.getOrDefault(column.name(), 0.0);
    }

    /** The share of the target, a number also by its rank, that a column explains; where it has a value, if it often has. */
    private double explainedBy(Values column) {
        if (!column.isNumeric() && column.codes() > rows.length) {
            return 0;
        }
        double score = column.isNumeric()
                ? explainedBy(column.numbers(rows))
                : explainedBy(Levels.of(column.column().take(rows)));
        int[] filled = IntStream.range(0, rows.length)
                .filter(i -> column.code(rows[i]) >= 0)
                .toArray();
        if (score < WORTH_A_LOOK || filled.length == rows.length || filled.length < MOSTLY_FILLED * rows.length) {
            return score;
        }
        int[] rowsFilled = Arrays.stream(filled).map(i -> rows[i]).toArray();
        Outcome there = new Outcome(rowsFilled, target.take(filled), seed);
        return there.isLearnable() ? Math.max(score, there.explainedBy(column)) : score;
    }

    /** The same for levels of {@link #rows()}. */
    private double explainedBy(Levels levels) {
        return scorers.stream().mapToDouble(scorer -> scorer.of(levels)).max().orElse(0);
    }

    /** The same for numbers of {@link #rows()}, NaN where one is missing. */
    double explainedBy(double[] numbers) {
        double score = explainedBy(Levels.ofNumbers(numbers));
        return target.task().isClassification()
                ? score
                : Math.max(score, new Agreement(target.values(), false).of(numbers));
    }

    /** Standard deviation of a number to predict. */
    double deviation() {
        double[] values = target.values();
        double mean = Arrays.stream(values).average().orElse(0);
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
    }
}
