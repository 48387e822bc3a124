package io.thresher.search;

import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.FamilySpace;
import io.thresher.space.SearchSpace;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Draws every configuration at random, families in turn (Bergstra and Bengio, Random Search for Hyper-Parameter
 * Optimization, 2012). Nothing is tried twice; families without parameters are left to {@link DefaultsFirst}.
 */
public final class RandomSampler implements Sampler {
    /** Draws after which a small space counts as used up. */
    private static final int DRAWS = 100;

    private final List<FamilySpace> families;
    private final Seed seed;

    public RandomSampler(SearchSpace space, Seed seed) {
        this.families = space.families().stream()
                .filter(family -> !family.dimensions().isEmpty())
                .toList();
        this.seed = seed;
    }

    private RandomSampler(List<FamilySpace> families, Seed seed) {
        this.families = families;
        this.seed = seed;
    }

    /** Random search within one family. */
    public static RandomSampler within(FamilySpace family, Seed seed) {
        return new RandomSampler(List.of(family), seed);
    }

    @Override
    public Optional<Configuration> suggest(int number, List<Observation> history, List<Configuration> pending) {
        Set<Configuration> tried = new HashSet<>(pending);
        history.forEach(observation -> tried.add(observation.configuration()));
        for (int draw = 0; draw < DRAWS && !families.isEmpty(); draw++) {
            FamilySpace family = families.get((number + draw) % families.size());
            Configuration drawn =
                    family.sample(seed.fork("random", number).fork("draw", draw).random());
            if (!tried.contains(drawn)) {
                return Optional.of(drawn);
            }
        }
        return Optional.empty();
    }
}
