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
 * @param earlier configurations that did well on tables like the one at hand, in the order in which they are worth trying
 */
public record Portfolio(List<Configuration> entries, List<Configuration> earlier) {
    private static final String SHIPPED = "/search/portfolio.yaml";
    /** Entries that come before what did well elsewhere: a model within seconds, and the one to beat. */
    private static final int BEFORE_EARLIER = 3;

    public Portfolio {
        entries = List.copyOf(entries);
        earlier = List.copyOf(earlier);
    }

    /** A portfolio for any table. */
    public Portfolio(List<Configuration> entries) {
        this(entries, List.of());
    }

    /** The same entries, and configurations that did well on tables like the one at hand. */
    public Portfolio with(List<Configuration> earlier) {
        return new Portfolio(entries, earlier);
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
    public static Portfolio parse(String text) {
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
     * defaults of families it does not know; after the first few of these, what did well on tables like the one at hand.
     */
    List<Configuration> opening(SearchSpace space) {
        Map<String, Configuration> first = new LinkedHashMap<>();
        for (Configuration entry : entries) {
            space.family(entry.family())
                    .ifPresent(family -> first.putIfAbsent(entry.family(), family.nearest(entry.values())));
        }
        space.families().forEach(family -> first.putIfAbsent(family.family(), family.defaults()));
        List<Configuration> opening = new ArrayList<>(first.values());
        opening.addAll(
                Math.min(BEFORE_EARLIER, opening.size()),
                earlier.stream()
                        .flatMap(known ->
                                space.family(known.family()).stream().map(family -> family.nearest(known.values())))
                        .toList());
        return opening.stream().distinct().toList();
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
