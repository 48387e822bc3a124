package io.thresher.ensemble;

import io.thresher.data.Target;
import io.thresher.metric.Metric;
import io.thresher.metric.Predictions;
import io.thresher.seed.Seed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * A second layer where it is sure to help. Stacking overfits and leaks on many tables, so it must prove itself: the rows
 * are dealt into parts, greedy selection and the layer are made without each part in turn, and judged on it beside the
 * plain ensemble that is made without it. The layer is taken only if it gains more than twice the standard error of the
 * gain. What it flatters itself by is known from the same rows.
 */
public final class Stacking {
    /** Of the best, beside the members of the ensemble. */
    public static final int CANDIDATES = 10;

    private static final int PARTS = 5;
    /** Rows that are used at the most, and probabilities. */
    private static final int MOST_ROWS = 10_000;

    private static final int MOST_VALUES = 40_000;
    /** In rows; one is chosen by the same parts. */
    private static final double[] PENALTIES = {10, 100, 1_000};

    private static final double SURE = 2;

    private final Metric metric;
    private final Target truth;
    private final int[] rows;
    private final Seed seed;

    /**
     * @param truth of the rows that every candidate predicts
     * @param seed of the rows and parts that are drawn
     */
    public Stacking(Metric metric, Target truth, Seed seed) {
        this.metric = metric;
        int most = Math.min(MOST_ROWS, MOST_VALUES / Math.max(1, truth.classes().size()));
        this.rows = RowSample.of(truth.rows(), most, seed.fork("rows"));
        this.truth = truth.take(rows);
        this.seed = seed;
    }

    /** Losses and influences, part by part, each part by the others. */
    private static final class Tally {
        private double loss;
        private final double[] influences;

        Tally(int rows) {
            this.influences = new double[rows];
        }

        void add(Judge judge, Predictions predictions, int[] part) {
            float[] relevant = judge.relevant(predictions);
            loss += judge.loss(relevant, judge.once()) * part.length / influences.length;
            double[] ofPart = judge.influences(relevant);
            for (int i = 0; i < part.length; i++) {
                influences[part[i]] = ofPart[i];
            }
        }

        /** Whether it is better than the other by more than noise. */
        boolean isSurelyBetterThan(Tally other) {
            double squares = 0;
            for (int row = 0; row < influences.length; row++) {
                double difference = other.influences[row] - influences[row];
                squares += difference * difference;
            }
            return other.loss - loss > SURE * Math.sqrt(squares) / influences.length;
        }
    }

    /**
     * The choice with a second layer.
     *
     * @param choice the plain ensemble
     * @param pool its members and the best candidates, best first, all available
     * @param limits that members must keep to together
     * @param goOn asked before each part; once it says no, the choice stays plain
     * @return nothing if it is not sure to help
     */
    public Optional<Choice> over(Choice choice, List<Candidate> pool, EnsembleLimits limits, BooleanSupplier goOn) {
        List<Predictions> all =
                pool.stream().map(candidate -> candidate.outOfFold().take(rows)).toList();
        List<Load> loads = pool.stream().map(Candidate::load).toList();
        int[] dealt = dealt();
        Tally plain = new Tally(rows.length);
        List<Tally> stacked = IntStream.range(0, PENALTIES.length)
                .mapToObj(penalty -> new Tally(rows.length))
                .toList();
        for (int part = 0; part < PARTS; part++) {
            if (!goOn.getAsBoolean()) {
                return Optional.empty();
            }
            judge(part, dealt, all, loads, limits, plain, stacked);
        }
        int best = IntStream.range(0, PENALTIES.length)
                .boxed()
                .min(Comparator.comparingDouble(penalty -> stacked.get(penalty).loss))
                .orElseThrow();
        if (!stacked.get(best).isSurelyBetterThan(plain)) {
            return Optional.empty();
        }
        List<Integer> numbers = pool.stream().map(Candidate::number).toList();
        double[] weights = new double[pool.size()];
        choice.members().forEach(member -> weights[numbers.indexOf(member.number())] = member.weight());
        Layer layer = layer(all, loads, weights, truth, limits);
        Stack stack = layer.fit.fit(PENALTIES[best]);
        Judge judge = Judge.of(metric, truth);
        double apparent = judge.loss(judge.relevant(stack.apply(layer.of(all), layer.weights)), judge.once());
        double optimism = Math.max(choice.optimism(), stacked.get(best).loss - apparent);
        return Optional.of(new Choice(
                IntStream.range(0, layer.members.size())
                        .mapToObj(i -> new Member(numbers.get(layer.members.get(i)), layer.weights.get(i)))
                        .toList(),
                optimism,
                Optional.of(stack)));
    }

    private void judge(
            int part,
            int[] dealt,
            List<Predictions> all,
            List<Load> loads,
            EnsembleLimits limits,
            Tally plain,
            List<Tally> stacked) {
        int[] out = IntStream.range(0, dealt.length)
                .filter(row -> dealt[row] == part)
                .toArray();
        int[] in = IntStream.range(0, dealt.length)
                .filter(row -> dealt[row] != part)
                .toArray();
        Target inside = truth.take(in);
        Judge judge = Judge.of(metric, truth.take(out));
        List<Predictions> learned =
                all.stream().map(predictions -> predictions.take(in)).toList();
        List<Predictions> judged =
                all.stream().map(predictions -> predictions.take(out)).toList();
        double[] weights = greedy(learned, loads, inside, limits);
        Predictions average = average(learned, weights);
        double temperature = metric.judgesClasses() ? Temperature.fit(average, inside) : Temperature.NEUTRAL;
        plain.add(judge, Temperature.apply(average(judged, weights), temperature), out);
        Layer layer = layer(learned, loads, weights, inside, limits);
        for (int penalty = 0; penalty < PENALTIES.length; penalty++) {
            Stack stack = layer.fit.fit(PENALTIES[penalty]);
            stacked.get(penalty).add(judge, stack.apply(layer.of(judged), layer.weights), out);
        }
    }

    private int[] dealt() {
        int[] dealt = IntStream.range(0, rows.length).map(row -> row % PARTS).toArray();
        SplittableRandom random = seed.fork("parts").random();
        for (int row = dealt.length - 1; row > 0; row--) {
            int other = random.nextInt(row + 1);
            int part = dealt[row];
            dealt[row] = dealt[other];
            dealt[other] = part;
        }
        return dealt;
    }

    private double[] greedy(List<Predictions> learned, List<Load> loads, Target inside, EnsembleLimits limits) {
        Judge judge = Judge.of(metric, inside);
        int[] picks = new GreedySelection(
                        judge, learned.stream().map(judge::relevant).toList(), loads, limits)
                .picks(judge.once());
        double sum = IntStream.of(picks).sum();
        return IntStream.of(picks).mapToDouble(pick -> pick / sum).toArray();
    }

    private static Predictions average(List<Predictions> all, double[] weights) {
        Predictions first = all.get(0);
        float[] sums = new float[first.rows() * first.width()];
        for (int member = 0; member < weights.length; member++) {
            if (weights[member] > 0) {
                float[] values = all.get(member).values();
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += (float) (weights[member] * values[i]);
                }
            }
        }
        return new Predictions(first.rows(), first.width(), sums);
    }

    /** Who takes part in a layer, as places in the pool, heaviest first. */
    private record Layer(List<Integer> members, List<Double> weights, StackFit fit) {
        List<Predictions> of(List<Predictions> all) {
            return members.stream().map(all::get).toList();
        }
    }

    /** The members of the ensemble and, as long as there is room, the best that are not. */
    private Layer layer(
            List<Predictions> all, List<Load> loads, double[] weights, Target inside, EnsembleLimits limits) {
        Judge judge = Judge.of(metric, inside);
        List<Integer> members = new ArrayList<>(IntStream.range(0, weights.length)
                .filter(place -> weights[place] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(place -> -weights[place]))
                .toList());
        Load together = members.stream().map(loads::get).reduce(Load.NONE, Load::plus);
        Set<Integer> taken = new HashSet<>(members);
        List<Integer> best = IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparingDouble(place -> judge.loss(judge.relevant(all.get(place)), judge.once())))
                .limit(CANDIDATES)
                .toList();
        for (int place : best) {
            Load with = together.plus(loads.get(place));
            if (!taken.contains(place) && with.isWithin(limits.most())) {
                members.add(place);
                together = with;
            }
        }
        List<Double> shares = members.stream().map(place -> weights[place]).toList();
        return new Layer(
                members, shares, new StackFit(members.stream().map(all::get).toList(), shares, inside));
    }
}
