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
 *       and what it costs is known after the first. A family that is far behind the first trials of the others may
 *       have cost a quarter of that: where looks are cheap, its default may just have been wrong for the table.
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
    /** How far behind a first trial is doubtful, in the distance of the middle one. */
    private static final double DOUBTFUL = 2;
    /** Of an even share of the time, what looks at a family that seems hopeless may cost: one part of so many. */
    private static final int DOUBTFUL_PART = 4;
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
        double best = records.stream()
                .filter(record -> record.excess() == 0)
                .flatMapToDouble(record -> record.best().stream())
                .min()
                .orElseGet(() -> least(records));
        List<Scored> left = new ArrayList<>(scored(records, shares, best, spread));
        double spent = records.stream().mapToDouble(FamilyRecord::spentSeconds).sum();
        double doubtful = doubtful(records);
        List<FamilyRecord> unseen = records.stream()
                .filter(record -> isDueALook(record, spent / records.size(), doubtful))
                .sorted(Comparator.comparingDouble(FamilyRecord::seconds))
                .toList();
        List<String> order = new ArrayList<>();
        unseen.forEach(record -> order.add(record.family()));
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

    private static boolean isDueALook(FamilyRecord record, double evenShare, double doubtful) {
        boolean few = record.trials() + record.running() < FAIR_LOOK;
        boolean priceKnown = record.trials() > 0 || record.running() == 0;
        boolean runs = record.best().isPresent() || record.trials() < HOPELESS_FAILURES;
        boolean doubted = record.best().orElse(doubtful) > doubtful;
        return few && priceKnown && runs && record.spentSeconds() <= evenShare / (doubted ? DOUBTFUL_PART : 1);
    }

    /**
     * The loss above which a family is doubtful: twice as far behind the best first trial of a family as the middle one. What
     * was found later is no measure, for the others were not tuned.
     */
    private static double doubtful(List<FamilyRecord> records) {
        double[] firsts = records.stream()
                .flatMapToDouble(record -> record.first().stream())
                .sorted()
                .toArray();
        return firsts.length == 0
                ? Double.POSITIVE_INFINITY
                : firsts[0] + DOUBTFUL * (firsts[firsts.length / 2] - firsts[0]);
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
