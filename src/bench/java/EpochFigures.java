import ai.onnxruntime.OrtException;
import com.fasterxml.jackson.databind.JsonNode;
import io.thresher.search.FamilySampler;
import io.thresher.search.Observation;
import io.thresher.search.RungForecast;
import io.thresher.search.Sampler;
import io.thresher.search.SuccessiveHalving;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.trial.CurveRace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What stopping the nets of lcbench by their learning curves gains: mean normalised regret after as many epochs as 25, 50 and
 * 100 evaluations take, with every net trained to its end, with successive halving ({@link SuccessiveHalving}, at the rungs of
 * {@link CurveRace}) that lets a half or a third go on, and of the plain baseline: draw at random, train all for some epochs
 * within half of the budget, and finish the best with the other half. "Best dropped" is the share of searches in which a net
 * that was stopped would have been the best of all.
 *
 * <pre>
 * javac -d target/bench -cp "target/quarkus-app/app/*:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*" src/bench/java/Surrogate.java
 * java -cp "target/bench:target/quarkus-app/app/*:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*" src/bench/java/EpochFigures.java \
 *     ../shared [seeds] [listed|others|every]
 * </pre>
 */
public final class EpochFigures {
    private static final int DRAWS = 10_000;
    private static final int ALL = 52;
    private static final int[] BUDGETS = {25 * ALL, 50 * ALL, 100 * ALL};

    private final Surrogate surrogate;
    private final int seeds;

    private EpochFigures(Surrogate surrogate, int seeds) {
        this.surrogate = surrogate;
        this.seeds = seeds;
    }

    /** The lowest loss in the end within each budget, and whether a net that was stopped would have been lower. */
    private static final class Found {
        private final double[] lowest = new double[BUDGETS.length];
        private boolean bestDropped;

        Found() {
            Arrays.fill(lowest, Double.POSITIVE_INFINITY);
        }

        void ended(int spent, double loss) {
            for (int i = 0; i < BUDGETS.length; i++) {
                lowest[i] = spent <= BUDGETS[i] ? Math.min(lowest[i], loss) : lowest[i];
            }
        }
    }

    @FunctionalInterface
    private interface Way {
        Found search(String task, Seed seed) throws OrtException;
    }

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        int seeds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        String tasks = arguments.length > 2 ? arguments[2] : "every";
        try (Surrogate surrogate =
                new Surrogate("lcbench", Path.of(arguments[0]).resolve("bench"))) {
            EpochFigures figures = new EpochFigures(surrogate, seeds);
            if (!tasks.equals("others")) {
                figures.table("listed tasks", figures.listed(), false);
            }
            if (!tasks.equals("listed")) {
                figures.table("other tasks", figures.others(), true);
            }
        }
    }

    /** Median and best loss of each listed task. */
    private Map<String, double[]> listed() {
        Map<String, double[]> scale = new LinkedHashMap<>();
        for (String task : surrogate.listed()) {
            JsonNode known = surrogate.reference().get(task);
            scale.put(task, new double[] {
                known.get("median").asDouble(), known.get("best").asDouble()
            });
        }
        return scale;
    }

    /** The same of tasks that are not listed; the best is that of random draws until a search finds a better one. */
    private Map<String, double[]> others() throws OrtException {
        Map<String, double[]> scale = new LinkedHashMap<>();
        for (String task : surrogate.heldOut()) {
            double[] losses = surrogate.randomLosses(task, DRAWS);
            scale.put(task, new double[] {losses[DRAWS / 2], losses[0]});
        }
        return scale;
    }

    private void table(String title, Map<String, double[]> scale, boolean learnsBest) throws OrtException {
        System.out.printf("%nlcbench, %d %s, %d seeds; regret within so many epochs%n", scale.size(), title, seeds);
        System.out.println("| | 1300 | 2600 | 5200 | best dropped |\n|---|---|---|---|---|");
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put("every net to its end", (task, seed) -> halving(task, seed, Optional.empty()));
        ways.put("half go on", (task, seed) -> halving(task, seed, Optional.of(SuccessiveHalving.HALVES)));
        ways.put("a third goes on", (task, seed) -> halving(task, seed, Optional.of(new SuccessiveHalving(3, 4))));
        for (int epochs : new int[] {1, 4, 13}) {
            ways.put("random, " + epochs + " epochs, best to their end", (task, seed) -> plain(task, seed, epochs));
        }
        Map<String, Map<String, List<Found>>> all = new LinkedHashMap<>();
        for (String way : ways.keySet()) {
            for (String task : scale.keySet()) {
                double[] pair = scale.get(task);
                List<Found> found = new ArrayList<>();
                for (int seed = 0; seed < seeds; seed++) {
                    found.add(ways.get(way).search(task, new Seed(seed).fork(task)));
                    pair[1] = learnsBest ? Math.min(pair[1], found.get(seed).lowest[2]) : pair[1];
                }
                all.computeIfAbsent(way, none -> new LinkedHashMap<>()).put(task, found);
            }
        }
        all.forEach((way, found) -> {
            System.out.printf("| %s |", way);
            for (int i = 0; i < BUDGETS.length; i++) {
                int budget = i;
                System.out.printf(
                        " %.3f |",
                        scale.keySet().stream()
                                .flatMap(task -> found.get(task).stream()
                                        .map(one -> (one.lowest[budget] - scale.get(task)[1])
                                                / (scale.get(task)[0] - scale.get(task)[1])))
                                .mapToDouble(Double::doubleValue)
                                .average()
                                .orElseThrow());
            }
            System.out.printf(
                    " %.0f %% |%n",
                    100
                            * found.values().stream()
                                    .flatMap(List::stream)
                                    .mapToInt(one -> one.bestDropped ? 1 : 0)
                                    .average()
                                    .orElseThrow());
        });
    }

    private Found halving(String task, Seed seed, Optional<SuccessiveHalving> rule) throws OrtException {
        Sampler sampler = new FamilySampler(surrogate.family(), seed);
        List<List<Double>> curves = new ArrayList<>();
        List<Configuration> tried = new ArrayList<>();
        Found found = new Found();
        double stopped = Double.POSITIVE_INFINITY;
        int spent = 0;
        while (spent < BUDGETS[2]) {
            Configuration next = sampler.suggest(tried.size(), history(tried, curves), List.of())
                    .orElseThrow();
            List<Double> curve = new ArrayList<>();
            int before = spent;
            boolean goesOn = true;
            for (int rung = 0; rung < rungs().length && goesOn; rung++) {
                int at = rung;
                double loss = loss(task, next, rungs()[rung]);
                curve.add(loss);
                spent = before + rungs()[rung];
                double[] earlier = at(curves, at);
                goesOn = rule.isEmpty() || loss <= rule.get().bar(earlier).orElse(Double.POSITIVE_INFINITY);
            }
            if (curve.size() == rungs().length) {
                found.ended(spent, curve.get(curve.size() - 1));
            } else {
                stopped = Math.min(stopped, loss(task, next, ALL));
            }
            tried.add(next);
            curves.add(curve);
        }
        found.bestDropped = stopped < found.lowest[2];
        return found;
    }

    private static int[] rungs() {
        return new int[] {
            (int) Math.ceil(CurveRace.RUNGS.get(0) * ALL), (int) Math.ceil(CurveRace.RUNGS.get(1) * ALL), ALL
        };
    }

    private static double[] at(List<List<Double>> curves, int rung) {
        return curves.stream()
                .filter(curve -> curve.size() > rung)
                .mapToDouble(curve -> curve.get(rung))
                .toArray();
    }

    private static List<Observation> history(List<Configuration> tried, List<List<Double>> curves) {
        int end = rungs().length - 1;
        List<List<Double>> whole =
                curves.stream().filter(curve -> curve.size() > end).toList();
        List<Observation> history = new ArrayList<>();
        for (int i = 0; i < tried.size(); i++) {
            List<Double> curve = curves.get(i);
            int last = curve.size() - 1;
            double reached = curve.get(last);
            double loss = last == end
                    ? reached
                    : RungForecast.through(at(whole, last), at(whole, end)).of(reached);
            history.add(Observation.of(i, tried.get(i), loss));
        }
        return history;
    }

    private Found plain(String task, Seed seed, int epochs) throws OrtException {
        Found found = new Found();
        for (int budget = 0; budget < BUDGETS.length; budget++) {
            SplittableRandom random = seed.random();
            List<Configuration> drawn = new ArrayList<>();
            Map<Configuration, Double> early = new LinkedHashMap<>();
            for (int i = 0; i < BUDGETS[budget] / 2 / epochs; i++) {
                Configuration next = surrogate.family().sample(random);
                drawn.add(next);
                early.put(next, loss(task, next, epochs));
            }
            drawn.sort(Comparator.comparingDouble(early::get));
            for (Configuration best : drawn.subList(0, Math.min(drawn.size(), BUDGETS[budget] / 2 / (ALL - epochs)))) {
                found.lowest[budget] = Math.min(found.lowest[budget], loss(task, best, ALL));
            }
            double dropped = Double.POSITIVE_INFINITY;
            for (Configuration net : budget == 2 ? drawn : List.<Configuration>of()) {
                dropped = Math.min(dropped, loss(task, net, ALL));
            }
            found.bestDropped = dropped < found.lowest[budget];
        }
        return found;
    }

    private double loss(String task, Configuration net, int epochs) throws OrtException {
        return surrogate.losses(task, List.of(net), Map.of("epoch", (double) epochs))[0];
    }
}
