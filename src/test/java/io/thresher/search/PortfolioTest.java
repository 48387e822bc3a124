package io.thresher.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.thresher.pipeline.Vocabularies;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import io.thresher.space.SearchSpace;
import io.thresher.space.SearchSpaceYaml;
import io.thresher.space.Vocabulary;
import io.thresher.worker.process.Families;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortfolioTest {
    private static final Portfolio SHIPPED = Portfolio.shipped();

    @Test
    void the_shipped_entries_name_only_families_parameters_and_values_that_exist() {
        Vocabulary vocabulary = Vocabularies.of(Families.all());
        for (Configuration entry : SHIPPED.entries()) {
            assertThat(entry.values().entrySet())
                    .as(entry.toString())
                    .allMatch(value -> vocabulary
                            .domain(entry.family(), value.getKey())
                            .filter(domain -> domain.contains(value.getValue()))
                            .isPresent());
        }
    }

    @Test
    void the_shipped_portfolio_opens_with_constant_linear_and_default_boosted_trees() throws IOException {
        SearchSpace space = space("default");

        List<Configuration> opening = SHIPPED.opening(space);

        assertThat(opening).hasSize(space.families().size());
        assertThat(opening.subList(0, 3))
                .extracting(Configuration::family)
                .containsExactly("baseline", "linear", "xgboost");
        assertThat(opening.get(2))
                .isEqualTo(space.family("xgboost").orElseThrow().defaults());
    }

    @Test
    void no_two_shipped_entries_are_the_same_in_the_default_space() throws IOException {
        SearchSpace space = space("default");

        for (var family : space.families()) {
            List<Configuration> entries = SHIPPED.entries().stream()
                    .filter(entry -> entry.family().equals(family.family()))
                    .map(entry -> family.nearest(entry.values()))
                    .toList();
            assertThat(entries).doesNotHaveDuplicates();
        }
    }

    @Test
    void entries_are_brought_into_a_narrower_space() throws IOException {
        SearchSpace space = space("quick");

        for (Configuration entry : SHIPPED.of(space.family("xgboost").orElseThrow())) {
            assertThat(entry.real("learningRate", 0)).isBetween(0.08, 0.3);
            assertThat(entry.integer("maxDepth", 0)).isBetween(3, 7);
            assertThat(entry.values()).doesNotContainKey("encoding");
        }
    }

    @Test
    void a_family_it_does_not_know_opens_with_its_default() {
        SearchSpace space = SearchSpaceYaml.parse("new", """
                families:
                  newcomer:
                    x: {type: real, low: 0, high: 1, default: 0.25}
                """);

        assertThat(SHIPPED.opening(space))
                .containsExactly(space.families().get(0).defaults());
        assertThat(SHIPPED.of(space.families().get(0)))
                .containsExactly(space.families().get(0).defaults());
    }

    @Test
    void what_did_well_on_similar_tables_comes_after_the_first_entries() throws IOException {
        SearchSpace space = space("default");
        Configuration known = new Configuration("xgboost", Map.of("learningRate", 9.0, "maxDepth", 3));
        Configuration unknown = new Configuration("newcomer", Map.of());
        Configuration again = SHIPPED.opening(space).get(1);

        List<Configuration> opening =
                SHIPPED.with(List.of(known, unknown, again)).opening(space);

        assertThat(opening).doesNotHaveDuplicates().hasSize(space.families().size() + 1);
        assertThat(opening.subList(0, 3)).isEqualTo(SHIPPED.opening(space).subList(0, 3));
        assertThat(opening.get(3).real("learningRate", 0)).isEqualTo(0.3);
        assertThat(opening.get(3).integer("maxDepth", 0)).isEqualTo(3);
    }

    @Test
    void alone_it_suggests_each_entry_once_and_then_nothing() throws IOException {
        SearchSpace space = space("default");
        Sampler sampler = SearchStrategy.PORTFOLIO.sampler(space, EnsembleShares.NONE, List.of(), new Seed(1));
        List<Configuration> pending = new ArrayList<>();
        Optional<Configuration> next = sampler.suggest(0, List.of(), pending);
        while (next.isPresent()) {
            pending.add(next.get());
            next = sampler.suggest(pending.size(), List.of(), pending);
        }

        int entries = space.families().stream()
                .mapToInt(family -> SHIPPED.of(family).size())
                .sum();
        assertThat(pending).doesNotHaveDuplicates().hasSize(entries);
    }

    @Test
    void what_is_no_portfolio_is_named() {
        assertThatThrownBy(() -> Portfolio.parse("family: xgboost")).hasMessageContaining("list of entries");
        assertThatThrownBy(() -> Portfolio.parse("- {depth: 3}")).hasMessageContaining("{depth=3}");
    }

    private static SearchSpace space(String name) throws IOException {
        return SearchSpaceYaml.parse(name, Files.readString(Path.of("search-spaces", name + ".yaml")));
    }
}
