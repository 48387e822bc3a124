package io.thresher.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NearestConfigurationTest {
    private static final FamilySpace FAMILY =
            SearchSpaceYaml.parse("test", """
                    families:
                      tree:
                        kind:  {type: categorical, choices: [deep, flat], default: flat}
                        depth: {type: integer, low: 2, high: 9, default: 5, when: {kind: deep}}
                        rate:  {type: real, low: 0.1, high: 0.3, default: 0.2}
                    """).families().get(0);

    @Test
    void numbers_are_brought_into_their_range() {
        assertThat(FAMILY.nearest(Map.of("kind", "deep", "depth", 40, "rate", 0.01))
                        .values())
                .isEqualTo(Map.of("kind", "deep", "depth", 9L, "rate", 0.1));
        assertThat(FAMILY.nearest(Map.of("kind", "deep", "depth", 3.6, "rate", 1))
                        .values())
                .isEqualTo(Map.of("kind", "deep", "depth", 4L, "rate", 0.3));
    }

    @Test
    void what_is_unknown_or_missing_gets_the_default_and_what_does_not_take_part_goes() {
        assertThat(FAMILY.nearest(Map.of("kind", "round", "depth", 3, "hue", "red"))
                        .values())
                .isEqualTo(Map.of("kind", "flat", "rate", 0.2));
    }
}
