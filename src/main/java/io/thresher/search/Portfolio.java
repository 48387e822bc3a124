package io.thresher.search;

import io.thresher.space.Configuration;
import io.thresher.space.FamilySpace;
import io.thresher.space.SearchSpace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Configurations that do well on many tables, in the order in which they are worth trying. What a search space does not
 * allow is brought as near as it allows.
 *
 * @param entries the configurations, of any families
 */
public record Portfolio(List<Configuration> entries) {
    private static final String SHIPPED = "/search/portfolio.yaml";

    public Portfolio {
        entries = List.copyOf(entries);
    }

    /** The portfolio that comes with Thresher. */
    public static Portfolio shipped() {
        try (InputStream in = Portfolio.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException(SHIPPED + " is missing from the application");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a list of mappings, each of a {@code family} and values of its parameters. */
    static Portfolio parse(String text) {
        List<Configuration> entries = new ArrayList<>();
        Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        if (!(root instanceof List<?> list)) {
            throw new IllegalArgumentException("a portfolio is a list of entries such as '- {family: xgboost}'");
        }
        for (Object item : list) {
            if (!(item instanceof Map<?, ?> mapping) || !(mapping.get("family") instanceof String family)) {
                throw new IllegalArgumentException("portfolio: an entry names its family, got %s".formatted(item));
            }
            Map<String, Object> values = new LinkedHashMap<>();
            mapping.forEach((name, value) -> {
                if (!name.equals("family")) {
                    values.put((String) name, value);
                }
            });
            entries.add(new Configuration(family, values));
        }
        return new Portfolio(entries);
    }

    /**
     * What to open a search of this space with: the first entry of every family in the order of the portfolio, then the
     * defaults of families it does not know.
     */
    List<Configuration> opening(SearchSpace space) {
        Map<String, Configuration> first = new LinkedHashMap<>();
        for (Configuration entry : entries) {
            space.family(entry.family())
                    .ifPresent(family -> first.putIfAbsent(entry.family(), family.nearest(entry.values())));
        }
        space.families().forEach(family -> first.putIfAbsent(family.family(), family.defaults()));
        return List.copyOf(first.values());
    }

    /** All entries of one family, as the space allows them, in order; the default of a family it does not know. */
    List<Configuration> of(FamilySpace family) {
        List<Configuration> known = entries.stream()
                .filter(entry -> entry.family().equals(family.family()))
                .map(entry -> family.nearest(entry.values()))
                .distinct()
                .toList();
        return known.isEmpty() ? Stream.of(family.defaults()).toList() : known;
    }
}
