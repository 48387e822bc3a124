package io.thresher.ensemble;

import io.thresher.data.Target;
import io.thresher.metric.Metric;
import io.thresher.metric.Predictions;
import io.thresher.seed.Seed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Chooses which finished models to deliver together, and says by how much the choosing flatters the result. Of every
 * candidate only the numbers are kept that the metric depends on. For one thread.
 */
public final class EnsembleSearch {
    private final Metric metric;
    private final Target truth;
    private final Judge judge;
    private final Seed seed;
    private final List<Integer> numbers = new ArrayList<>();
    private final List<float[]> all = new ArrayList<>();
    private final List<Integer> available = new ArrayList<>();
    private final List<Load> loads = new ArrayList<>();
    private Choice alone = new Choice(List.of(), 0);

    /**
     * @param truth of the rows that every candidate predicts
     * @param seed of the bootstrap samples
     */
    public EnsembleSearch(Metric metric, Target truth, Seed seed) {
        this.metric = metric;
        this.truth = truth;
        this.judge = Judge.of(metric, truth);
        this.seed = seed;
    }

    /** Takes in a candidate; the best must come first. */
    public void add(Candidate candidate) {
        if (candidate.outOfFold().rows() != truth.rows()) {
            throw new IllegalArgumentException("candidate %d predicts %d rows, not %d"
                    .formatted(candidate.number(), candidate.outOfFold().rows(), truth.rows()));
        }
        if (candidate.available()) {
            available.add(all.size());
        }
        numbers.add(candidate.number());
        all.add(judge.relevant(candidate.outOfFold()));
        loads.add(candidate.load());
    }

    /** The metric's loss of predictions for these rows. */
    public double loss(Predictions predictions) {
        return judge.loss(judge.relevant(predictions), judge.once());
    }

    /**
     * Chooses among the candidates, of which at least one is available.
     *
     * @param goOn asked again and again; once it says no, what is known by then decides
     */
    public Choice choose(EnsembleLimits limits, BooleanSupplier goOn) {
        GreedySelection members = selection(judge, available, all, limits);
        int[] once = judge.once();
        int[] picks = members.picks(once);
        SelectionBootstrap bootstrap = bootstrap(limits);
        bootstrap.run(goOn);
        alone = new Choice(
                List.of(new Member(numbers.get(available.get(members.single(once))), 1)), bootstrap.optimismAlone());
        boolean together = IntStream.of(picks).filter(pick -> pick > 0).count() > 1 && bootstrap.togetherIsBetter();
        return together ? new Choice(members(picks), bootstrap.optimismTogether()) : alone;
    }

    /** The best candidate alone; known once something was chosen. */
    public Choice alone() {
        return alone;
    }

    private SelectionBootstrap bootstrap(EnsembleLimits limits) {
        int[] rows = SelectionBootstrap.sample(metric, truth, seed);
        Target part = truth.take(rows);
        int width = all.get(0).length / truth.rows();
        List<float[]> parts =
                all.stream().map(values -> take(values, rows, width)).toList();
        Judge partJudge = Judge.of(metric, part);
        List<Integer> everyone = IntStream.range(0, parts.size()).boxed().toList();
        return new SelectionBootstrap(
                partJudge,
                parts,
                selection(partJudge, everyone, parts, limits),
                selection(partJudge, available, parts, limits),
                Math.sqrt((double) rows.length / truth.rows()),
                seed);
    }

    private GreedySelection selection(Judge by, List<Integer> among, List<float[]> values, EnsembleLimits limits) {
        return new GreedySelection(
                by,
                among.stream().map(values::get).toList(),
                among.stream().map(loads::get).toList(),
                limits);
    }

    private List<Member> members(int[] picks) {
        double size = IntStream.of(picks).sum();
        return IntStream.range(0, picks.length)
                .filter(place -> picks[place] > 0)
                .mapToObj(place -> new Member(numbers.get(available.get(place)), picks[place] / size))
                .sorted(Comparator.comparingDouble(Member::weight).reversed().thenComparing(Member::number))
                .toList();
    }

    private static float[] take(float[] values, int[] rows, int width) {
        float[] taken = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(values, rows[i] * width, taken, i * width, width);
        }
        return taken;
    }
}
