package io.thresher.search;

import io.thresher.space.Configuration;
import io.thresher.space.SearchSpace;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * On a large table, a first look at every family that learns from a part of the rows: a model worth having is there soon,
 * and which families suit the table is known for a small part of what it costs to train them (Petrak, Fast Subsampling
 * Performance Estimates for Classification Algorithm Selection, 2000). Then each opens again on all rows, the best before
 * the others, and the search goes on as it would have. The same rows judge all trials, so that a look's loss stands beside
 * any other as it is; if anything it is too high.
 */
public final class FirstLooks implements Sampler {
    /** The parameter that says on how many rows a trial learns at the most. */
    public static final String PARAMETER = "trainingRows";
    /** Rows of a first look: enough to tell boosted trees from a linear model, and learned in about a second. */
    static final int ROWS = 10_000;
    /** From so many rows on, a search looks first: a trial on all of them costs several looks. */
    public static final int MANY_ROWS = 50_000;

    private final List<Configuration> opening;
    private final List<Configuration> looks;
    private final Sampler then;

    /**
     * @param portfolio which opens the search
     * @param then what follows the looks and the openings; it is not told of the looks
     */
    public FirstLooks(SearchSpace space, Portfolio portfolio, Sampler then) {
        // Where a space settles by itself on how many rows a family learns, a look is no different.
        this.opening = portfolio.opening(space).stream()
                .filter(configuration -> !configuration.values().containsKey(PARAMETER))
                .toList();
        this.looks = opening.stream().map(FirstLooks::look).toList();
        this.then = then;
    }

    /** The configuration of a look as it is on all rows; any other as it is. */
    public static Configuration onAllRows(Configuration configuration) {
        Map<String, Object> values = new LinkedHashMap<>(configuration.values());
        values.remove(PARAMETER);
        return new Configuration(configuration.family(), values);
    }

    private static Configuration look(Configuration configuration) {
        Map<String, Object> values = new LinkedHashMap<>(configuration.values());
        values.put(PARAMETER, ROWS);
        return new Configuration(configuration.family(), values);
    }

    @Override
    public Optional<Configuration> suggest(int number, List<Observation> history, List<Configuration> pending) {
        for (Configuration look : looks) {
            if (!isTried(look, history, pending)) {
                return Optional.of(look);
            }
        }
        List<Observation> seen = history.stream()
                .filter(known -> looks.contains(known.configuration()))
                .toList();
        List<Observation> others = history.stream()
                .filter(known -> !looks.contains(known.configuration()))
                .toList();
        List<Configuration> running = pending.stream()
                .filter(configuration -> !looks.contains(configuration))
                .toList();
        return bestFirst(seen).stream()
                .filter(first -> !isTried(first, others, running))
                .findFirst()
                .or(() -> then.suggest(number, others, running));
    }

    /** What to try on all rows of the looks that gave a model. */
    private static List<Configuration> bestFirst(List<Observation> seen) {
        return seen.stream()
                .filter(known -> known.loss().isPresent())
                .sorted(Comparator.comparingDouble(
                                (Observation known) -> known.loss().getAsDouble())
                        .thenComparing(Observation::number))
                .map(known -> onAllRows(known.configuration()))
                .toList();
    }

    private static boolean isTried(Configuration entry, List<Observation> history, List<Configuration> pending) {
        return pending.contains(entry)
                || history.stream().anyMatch(known -> known.configuration().equals(entry));
    }
}
