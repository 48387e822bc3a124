package io.thresher.server.searchjob;

import io.thresher.server.Fault;
import io.thresher.space.Configuration;
import io.thresher.space.ConfigurationYaml;
import io.thresher.space.FamilySpace;
import io.thresher.space.InvalidSearchSpace;
import io.thresher.space.SearchSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Reads the configuration of a trial that is asked for, in the space of its job. */
final class RequestedTrial {
    private static final String YAML = "/yaml";

    private final SearchSpace space;
    private final List<Fault> faults;

    /**
     * @param faults where what is wrong is added
     */
    RequestedTrial(SearchSpace space, List<Fault> faults) {
        this.space = space;
        this.faults = faults;
    }

    /** The configuration, completed with start values; nothing if something is wrong. */
    Optional<Configuration> read(TrialRequest request) {
        return Optional.ofNullable(request.yaml()).map(this::ofText).orElseGet(() -> ofFields(request));
    }

    private Optional<Configuration> ofText(String text) {
        List<InvalidSearchSpace.Fault> found = new ArrayList<>();
        Optional<ConfigurationYaml> written = ConfigurationYaml.parse(text, found);
        Optional<Configuration> configuration = written.flatMap(known -> within(
                known.family(),
                known.values(),
                (name, message) -> found.add(new InvalidSearchSpace.Fault(known.lineOf(name), name, message))));
        found.forEach(fault -> faults.add(Fault.at(YAML, fault.toString())));
        return configuration;
    }

    private Optional<Configuration> ofFields(TrialRequest request) {
        int before = faults.size();
        Map<String, Object> values = new LinkedHashMap<>();
        Optional.ofNullable(request.configuration()).orElse(Map.of()).forEach((name, value) -> {
            if (value instanceof Number || value instanceof String) {
                values.put(name, value);
            } else {
                faults.add(Fault.at("/configuration/" + name, "must be a number or a word, got %s".formatted(value)));
            }
        });
        Optional<Configuration> configuration = within(
                Optional.ofNullable(request.family()).orElse(""),
                values,
                (name, message) ->
                        faults.add(Fault.at(name.equals("family") ? "/family" : "/configuration/" + name, message)));
        return configuration.filter(sound -> faults.size() == before);
    }

    private Optional<Configuration> within(
            String family, Map<String, Object> values, BiConsumer<String, String> fault) {
        Optional<FamilySpace> known = space.family(family);
        if (known.isEmpty()) {
            String families = space.families().stream().map(FamilySpace::family).collect(Collectors.joining(", "));
            fault.accept(
                    "family", "must be a family of the job's search space, %s; got '%s'".formatted(families, family));
            return Optional.empty();
        }
        Configuration configuration = known.get().completed(values);
        var broken = known.get().faults(configuration);
        broken.forEach(each -> fault.accept(each.parameter(), each.message()));
        return broken.isEmpty() ? Optional.of(configuration) : Optional.empty();
    }
}
