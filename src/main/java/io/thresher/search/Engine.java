package io.thresher.search;

import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.FamilySpace;
import io.thresher.space.SearchSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The search: a strong configuration of every family first, then the family that promises most a second
 * ({@link FamilyChoice}), and within it what is left of its {@link Portfolio}, then {@link FamilySampler}.
 */
public final class Engine implements Sampler {
    private final Seed seed;
    private final List<Configuration> opening;
    private final EnsembleShares shares;
    private final Map<String, FamilySearch> families = new LinkedHashMap<>();

    /** One family: its portfolio and what follows it. */
    private record FamilySearch(List<Configuration> portfolio, Optional<Sampler> then) {}

    public Engine(SearchSpace space, Portfolio portfolio, EnsembleShares shares, Seed seed) {
        this.seed = seed;
        this.opening = portfolio.opening(space);
        this.shares = shares;
        for (FamilySpace family : space.families()) {
            families.put(
                    family.family(),
                    new FamilySearch(portfolio.of(family), sampler(family, seed.fork(family.family()))));
        }
    }

    private static Optional<Sampler> sampler(FamilySpace family, Seed seed) {
        return family.dimensions().isEmpty() ? Optional.empty() : Optional.of(new FamilySampler(family, seed));
    }

    @Override
    public Optional<Configuration> suggest(int number, List<Observation> history, List<Configuration> pending) {
        for (Configuration first : opening) {
            if (!isTried(first, history, pending)) {
                return Optional.of(first);
            }
        }
        Map<String, List<Observation>> known = byFamily(history);
        List<FamilyRecord> records = new ArrayList<>();
        for (String family : families.keySet()) {
            int running = (int) pending.stream()
                    .filter(configuration -> configuration.family().equals(family))
                    .count();
            records.add(FamilyRecord.of(family, known.getOrDefault(family, List.of()), running));
        }
        return FamilyChoice.order(
                        records,
                        shares.byFamily(history),
                        spread(history),
                        seed.fork("family", number).random())
                .stream()
                .map(family -> within(family, number, known.getOrDefault(family, List.of()), pending))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Configuration> within(
            String family, int number, List<Observation> own, List<Configuration> pending) {
        FamilySearch search = Optional.ofNullable(families.get(family)).orElseThrow();
        return search.portfolio().stream()
                .filter(entry -> !isTried(entry, own, pending))
                .findFirst()
                .or(() -> search.then().flatMap(sampler -> sampler.suggest(number, own, pending)));
    }

    private static Map<String, List<Observation>> byFamily(List<Observation> history) {
        Map<String, List<Observation>> known = new HashMap<>();
        history.forEach(
                observation -> known.computeIfAbsent(observation.configuration().family(), none -> new ArrayList<>())
                        .add(observation));
        return known;
    }

    private static boolean isTried(Configuration entry, List<Observation> history, List<Configuration> pending) {
        return pending.contains(entry)
                || history.stream()
                        .anyMatch(observation -> observation.configuration().equals(entry));
    }

    /** How far the middle of the losses that may win lies above the best: what tells good from bad on this table. */
    private static double spread(List<Observation> history) {
        boolean anyWithin = history.stream()
                .anyMatch(known -> known.isWithinLimits() && known.loss().isPresent());
        double[] losses = history.stream()
                .filter(known -> known.isWithinLimits() || !anyWithin)
                .flatMapToDouble(observation -> observation.loss().stream())
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return losses.length == 0 ? 1 : Math.max(1e-9, losses[losses.length / 2] - losses[0]);
    }
}
