package io.thresher.worker.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.thresher.pipeline.Vocabularies;
import io.thresher.space.SearchSpaceSchema;
import io.thresher.space.SearchSpaceYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The search spaces that Thresher ships, and the schema that editors check others by. */
class ShippedSpacesTest {
    private static final String HINT = "# yaml-language-server: $schema=http";

    @Test
    void each_is_valid_and_names_the_schema() throws IOException {
        List<Path> files;
        try (Stream<Path> folder = Files.list(Path.of("search-spaces"))) {
            files = folder.toList();
        }

        assertThat(files).hasSizeGreaterThanOrEqualTo(5);
        for (Path file : files) {
            String text = Files.readString(file);
            assertThat(text).startsWith(HINT).contains("/api/v1/search-spaces/schema\n# ");
            assertThatCode(() -> SearchSpaceYaml.parse(file.toString(), text, Vocabularies.of(Families.all())))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void the_schema_knows_the_families_and_parameters_there_are_and_no_others() {
        JsonNode schema = new ObjectMapper().valueToTree(SearchSpaceSchema.of(Vocabularies.of(Families.all())));
        JsonNode families = schema.at("/properties/families");

        assertThat(names(families.path("properties"))).isEqualTo(Families.all().names());
        assertThat(families.path("additionalProperties").asBoolean(true)).isFalse();
        Vocabularies.of(Families.all()).families().forEach((family, parameters) -> {
            JsonNode known = families.path("properties").path(family);
            assertThat(names(known.path("properties"))).isEqualTo(parameters.keySet());
            assertThat(known.path("additionalProperties").asBoolean(true)).isFalse();
        });
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
