import io.thresher.search.EnsembleShares;
import io.thresher.search.Observation;
import io.thresher.search.Sampler;
import io.thresher.search.SearchStrategy;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.SearchSpace;
import io.thresher.space.SearchSpaceYaml;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * What a suggestion of the engine costs: CPU time of the asking thread after 100, 1,000 and 10,000 finished trials of the
 * default space, one trial pending, and the heap that holds history and engine.
 *
 * <pre>
 * java -cp "target/quarkus-app/app/*:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*" src/bench/java/EngineFigures.java [space]
 * </pre>
 *
 * <p>Histories are random draws with random losses, families alike; then 60 suggestions in a row, each told its loss.
 */
public final class EngineFigures {
    private static final int ASKS = 60;
    /** What is left of the portfolio is asked for first; it costs next to nothing and does not count. */
    private static final int PORTFOLIO = 40;

    private EngineFigures() {}

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        String file = arguments.length > 0 ? arguments[0] : "search-spaces/default.yaml";
        SearchSpace space = SearchSpaceYaml.parse("bench", Files.readString(Path.of(file)));
        measure(space, 300);
        System.out.println("| finished trials | median ms | 90 % ms | worst ms | mean ms | bytes a trial |");
        System.out.println("|---|---|---|---|---|---|");
        for (int trials : new int[] {100, 1_000, 10_000}) {
            System.out.println(measure(space, trials));
        }
    }

    private static String measure(SearchSpace space, int trials) {
        long before = heap();
        SplittableRandom random = new Seed(1).random();
        List<Observation> history = new ArrayList<>();
        while (history.size() < trials) {
            var family = space.families().get(history.size() % space.families().size());
            history.add(finished(history.size(), family.sample(random), random));
        }
        Sampler engine = SearchStrategy.ENGINE.sampler(space, EnsembleShares.NONE, List.of(), new Seed(2));
        Configuration pending = engine.suggest(trials, history, List.of()).orElseThrow();
        double[] millis = new double[ASKS];
        for (int ask = -PORTFOLIO; ask < ASKS; ask++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Configuration next = engine.suggest(history.size() + 1, history, List.of(pending))
                    .orElseThrow();
            if (ask >= 0) {
                millis[ask] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6;
            }
            history.add(finished(history.size(), pending, random));
            pending = next;
        }
        long bytes = heap() - before;
        double mean = Arrays.stream(millis).average().orElseThrow();
        Arrays.sort(millis);
        return "| %,d | %.1f | %.1f | %.1f | %.1f | %,d |"
                .formatted(trials, millis[ASKS / 2], millis[ASKS * 9 / 10], millis[ASKS - 1], mean, bytes / trials);
    }

    private static Observation finished(int number, Configuration configuration, SplittableRandom random) {
        double loss = random.nextDouble();
        double seconds = 0.1 + random.nextDouble();
        return new Observation(number, configuration, OptionalDouble.of(loss), List.of(loss), false, seconds);
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
