package io.thresher.space;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.space.FamilySpace.Dimension;
import io.thresher.space.InvalidSearchSpace.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchSpaceTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"default", "quick", "trees", "neural", "small-models"})
    void a_space_that_is_written_and_read_is_the_same_space(String name) throws IOException {
        SearchSpace space = shipped(name);

        SearchSpace again = SearchSpaceYaml.parse(name, SearchSpaceText.of(space));

        assertThat(again.families()).hasSameSizeAs(space.families());
        for (int i = 0; i < space.families().size(); i++) {
            assertThat(again.families().get(i).family())
                    .isEqualTo(space.families().get(i).family());
            assertThat(dimensions(again.families().get(i)))
                    .isEqualTo(dimensions(space.families().get(i)));
        }
        again.requireWithin(space);
        space.requireWithin(again);
    }

    @Test
    void a_configuration_that_is_written_and_read_is_the_same_configuration() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        for (FamilySpace family : shipped("default").families()) {
            for (int i = 0; i < 20; i++) {
                Configuration drawn = family.sample(random);
                List<Fault> faults = new ArrayList<>();

                ConfigurationYaml read = ConfigurationYaml.parse(SearchSpaceText.of(drawn), faults)
                        .orElseThrow();

                assertThat(read.family()).isEqualTo(family.family());
                assertThat(family.completed(read.values())).isEqualTo(drawn);
            }
        }
    }

    @Test
    void words_that_are_more_than_letters_are_quoted() {
        Configuration odd = new Configuration("a b", Map.of("it's", "x: y"));

        ConfigurationYaml read = ConfigurationYaml.parse(SearchSpaceText.of(odd), new ArrayList<>())
                .orElseThrow();

        assertThat(new Configuration(read.family(), read.values())).isEqualTo(odd);
    }

    /** What there is of a family but for where it stands. */
    private static List<Object> dimensions(FamilySpace family) {
        return family.dimensions().stream()
                .<Object>map((Dimension dimension) -> List.of(dimension.parameter(), dimension.condition()))
                .toList();
    }

    private static SearchSpace shipped(String name) throws IOException {
        return SearchSpaceYaml.parse(name, Files.readString(Path.of("search-spaces", name + ".yaml")));
    }
}
