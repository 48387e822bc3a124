package io.thresher.search;

import io.thresher.space.Configuration;
import io.thresher.space.FamilySpace;
import io.thresher.space.SearchSpace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every entry of a portfolio in its order, and nothing else: what a search must beat to be worth its time. */
public final class PortfolioSampler implements Sampler {
    private final List<Configuration> entries;

    public PortfolioSampler(SearchSpace space, Portfolio portfolio) {
        Set<Configuration> all = new LinkedHashSet<>(portfolio.opening(space));
        List<List<Configuration>> families = new ArrayList<>();
        for (FamilySpace family : space.families()) {
            families.add(portfolio.of(family));
        }
        // Families in turn, each in its own order.
        for (int place = 0; families.stream().mapToInt(List::size).max().orElse(0) > place; place++) {
            for (List<Configuration> family : families) {
                if (place < family.size()) {
                    all.add(family.get(place));
                }
            }
        }
        this.entries = List.copyOf(all);
    }

    @Override
    public Optional<Configuration> suggest(int number, List<Observation> history, List<Configuration> pending) {
        return entries.stream()
                .filter(entry -> !pending.contains(entry))
                .filter(entry -> history.stream()
                        .noneMatch(observation -> observation.configuration().equals(entry)))
                .findFirst();
    }
}
