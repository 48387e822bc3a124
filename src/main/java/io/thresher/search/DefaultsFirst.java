package io.thresher.search;

import io.thresher.space.Configuration;
import io.thresher.space.FamilySpace;
import io.thresher.space.SearchSpace;
import java.util.List;
import java.util.Optional;

/**
 * The default of every family, in the order of the search space, and only then what another sampler suggests: a search
 * always has a sound model early, and never ends below the defaults.
 */
public final class DefaultsFirst implements Sampler {
    private final List<Configuration> defaults;
    private final Sampler then;

    public DefaultsFirst(SearchSpace space, Sampler then) {
        this.defaults = space.families().stream().map(FamilySpace::defaults).toList();
        this.then = then;
    }

    @Override
    public Optional<Configuration> suggest(int number, List<Observation> history, List<Configuration> pending) {
        return number < defaults.size() ? Optional.of(defaults.get(number)) : then.suggest(number, history, pending);
    }
}
