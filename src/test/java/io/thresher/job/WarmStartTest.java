package io.thresher.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.data.MetaFeatures;
import io.thresher.space.Configuration;
import io.thresher.space.SearchSpace;
import io.thresher.space.SearchSpaceYaml;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WarmStartTest {
    private static final SearchSpace SPACE = SearchSpaceYaml.parse("two", """
            families:
              constant: {}
              trees:
                depth: {type: integer, low: 1, high: 8, default: 4}
              line:
                cost: {type: real, low: 0.1, high: 10, log: true, default: 1}
            """);
    private static final MetaFeatures TABLE = ofSize(3);

    private static final Map<String, List<Configuration>> BEST = Map.of(
            "near",
            List.of(
                    trees(3),
                    trees(2),
                    line(5),
                    new Configuration("net", Map.of()),
                    new Configuration("constant", Map.of())),
            "nearer",
            List.of(line(0.5)),
            "other",
            List.of(trees(20), line(7)),
            "far",
            List.of(trees(7)),
            "older",
            List.of(trees(6)));

    @Test
    void the_best_of_the_nearest_tables_come_first_then_their_second_best_families() {
        WarmStart found = of(
                new EarlierJob("near", "a", "y", ofSize(3.3)),
                new EarlierJob("nearer", "b", "y", ofSize(3.1)),
                new EarlierJob("other", "c", "y", ofSize(2.5)));

        assertThat(found.taken()).extracting(WarmStart.Taken::job).containsExactly("nearer", "near", "other");
        assertThat(found.configurations()).containsExactly(line(0.5), trees(3), trees(8));
    }

    @Test
    void of_one_table_the_best_two_families_are_taken_as_the_space_allows() {
        WarmStart found = of(new EarlierJob("near", "a", "y", ofSize(3.3)));

        assertThat(found.configurations()).containsExactly(trees(3), line(5));
    }

    @Test
    void tables_of_another_kind_say_nothing() {
        assertThat(of(new EarlierJob("far", "a", "y", ofSize(4.5)))).isEqualTo(WarmStart.NONE);
    }

    @Test
    void of_several_jobs_on_one_table_the_first_counts() {
        WarmStart found = of(
                new EarlierJob("nearer", "a", "y", ofSize(3)),
                new EarlierJob("older", "a", "y", ofSize(3)),
                new EarlierJob("near", "a", "z", ofSize(3)));

        assertThat(found.taken()).extracting(WarmStart.Taken::job).doesNotContain("older");
        assertThat(found.taken()).extracting(WarmStart.Taken::job).contains("near");
    }

    private static WarmStart of(EarlierJob... earlier) {
        return WarmStart.of(TABLE, List.of(earlier), job -> BEST.getOrDefault(job, List.of()), SPACE);
    }

    private static Configuration trees(int depth) {
        return new Configuration("trees", Map.of("depth", depth));
    }

    private static Configuration line(double cost) {
        return new Configuration("line", Map.of("cost", cost));
    }

    private static MetaFeatures ofSize(double size) {
        return new MetaFeatures(size, 1, 0, 0, 0, 0, 0, 0, 0);
    }
}
