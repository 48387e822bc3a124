package io.thresher.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Which family the next trial goes to: drawn in proportion to the expected improvement per second (as FLAML draws by
 * estimated cost for improvement: Wang et al., FLAML, 2021), times what an improvement of that family would be worth.
 *
 * <ul>
 *   <li>A family that had fewer than {@link #FAIR_LOOK} trials comes first, the cheapest before the others, unless it has
 *       cost more than its even share of the time already, or its first is still running: a look must not eat the budget,
 *       and what it costs is known after the first.
 *   <li>A family counts fully while its best is about as good as the best of all, and hardly at all when it is far behind;
 *       its share in the ensemble counts as much as its rank.
 *   <li>A family of which no trial keeps to the limits of the job counts the less the further it is over them: half if the
 *       best of its models are twice too large or slow.
 *   <li>A tenth of the trials goes to the families that are not hopeless alike, so that none starves on a wrong estimate.
 * </ul>
 */
final class FamilyChoice {
    static final int FAIR_LOOK = 3;
    /** A family that failed so often and never gave a model is not for this table. */
    private static final int HOPELESS_FAILURES = 2;
    /** Share of trials given without regard to what is expected. */
    private static final double OPEN_MINDED = 0.1;
    /** Below this worth a family cannot help. */
    private static final double HOPELESS = 0.02;
    /** Improvement hoped for, where nothing is known, in the spread of the losses. */
    private static final double HOPE = 0.2;
    /** How far behind a family still counts, in the spread of the losses that are better than the middle. */
    private static final double TOLERANCE = 0.5;

    private record Scored(FamilyRecord record, double worth, double score) {}

    private FamilyChoice() {}

    /**
     * Families in the order in which the next trial is offered to them.
     *
     * @param shares of the ensemble's weight, by family
     * @param spread of the losses, see above
     */
    static List<String> order(
            List<FamilyRecord> records, Map<String, Double> shares, double spread, SplittableRandom random) {
        double spent = records.stream().mapToDouble(FamilyRecord::spentSeconds).sum();
        List<FamilyRecord> unseen = records.stream()
                .filter(record -> record.trials() + record.running() < FAIR_LOOK)
                .filter(record -> record.trials() > 0 || record.running() == 0)
                .filter(record -> record.best().isPresent() || record.trials() < HOPELESS_FAILURES)
                .filter(record -> record.spentSeconds() * records.size() <= spent)
                .sorted(Comparator.comparingDouble(FamilyRecord::seconds))
                .toList();
        List<String> order = new ArrayList<>();
        double best = records.stream()
                .filter(record -> record.excess() == 0)
                .flatMapToDouble(record -> record.best().stream())
                .min()
                .orElseGet(() -> least(records));
        unseen.forEach(record -> order.add(record.family()));
        List<Scored> left = new ArrayList<>(scored(records, shares, best, spread));
        boolean open = random.nextDouble() < OPEN_MINDED;
        while (!left.isEmpty()) {
            Scored drawn = drawn(left, open, random);
            left.remove(drawn);
            if (!order.contains(drawn.record().family())) {
                order.add(drawn.record().family());
            }
        }
        return order;
    }

    private static List<Scored> scored(
            List<FamilyRecord> records, Map<String, Double> shares, double best, double spread) {
        return records.stream()
                .map(record -> {
                    double worth = worth(record, best, spread) + shares.getOrDefault(record.family(), 0.0);
                    // Of n random draws the last is the best with probability 1/n: what is hoped for until more is
                    // known.
                    double hoped = HOPE * spread / (record.trials() + record.running() + 1);
                    double gain = Math.max(record.gain(), hoped) / (1 + record.running());
                    return new Scored(record, worth, worth * gain / record.seconds());
                })
                .toList();
    }

    private static double worth(FamilyRecord record, double best, double spread) {
        if (record.best().isEmpty()) {
            return 0;
        }
        double behind = Math.max(0, record.best().getAsDouble() - best);
        return Math.exp(-behind / Math.max(1e-12, TOLERANCE * spread) - record.excess());
    }

    private static double least(List<FamilyRecord> records) {
        return records.stream()
                .flatMapToDouble(record -> record.best().stream())
                .min()
                .orElse(0);
    }

    private static Scored drawn(List<Scored> left, boolean open, SplittableRandom random) {
        double[] weights = left.stream()
                .mapToDouble(scored -> open ? (scored.worth() > HOPELESS ? 1 : 0) : scored.score())
                .toArray();
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double ticket = random.nextDouble() * sum;
        for (int i = 0; i < weights.length; i++) {
            ticket -= weights[i];
            if (ticket < 0) {
                return left.get(i);
            }
        }
        return left.get(left.size() - 1);
    }
}
