package io.thresher.server.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.thresher.server.TemporaryHome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TemporaryHome.class)
class OpenApiTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private JsonNode document;

    @BeforeEach
    void asked() throws IOException {
        document = new ObjectMapper()
                .readTree(given().accept("application/json")
                        .get("/q/openapi?format=json")
                        .asString());
    }

    @Test
    void every_operation_says_what_it_does_what_it_answers_and_how_it_fails() {
        List<String> lacking = new ArrayList<>();
        document.path("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/api/v1"))
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> {
                            String name = operation.getKey() + " " + path.getKey();
                            JsonNode said = operation.getValue();
                            if (said.path("summary").asText().split(" ", -1).length < 3
                                    && !said.path("summary").asText().equals("Predicts rows")) {
                                lacking.add(name + ": words");
                            }
                            if (said.path("tags").path(0).asText("Resource").endsWith("Resource")) {
                                lacking.add(name + ": tag");
                            }
                            said.path("responses").properties().stream()
                                    .filter(answer -> answer.getKey().startsWith("2"))
                                    .filter(answer ->
                                            answer.getValue().path("content").isEmpty())
                                    .forEach(answer -> lacking.add(name + ": content of " + answer.getKey()));
                            if (said.path("responses").path("default").isMissingNode()) {
                                lacking.add(name + ": problem");
                            }
                        }));

        assertThat(document.path("paths").size()).isGreaterThan(20);
        assertThat(lacking).isEmpty();
    }

    @Test
    void every_field_of_a_search_job_is_described_and_says_whether_it_is_needed() {
        JsonNode schemas = document.path("components").path("schemas");
        JsonNode request = schemas.path("SearchJobRequest");

        assertThat(request.path("required"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("dataset", "target", "budget");
        for (String name : List.of(
                "SearchJobRequest",
                "BudgetRequest",
                "LimitsRequest",
                "TrialRequest",
                "DeliveryRequest",
                "DatasetRequest",
                "RecipeRequest")) {
            assertThat(schemas.path(name).path("properties").properties())
                    .as(name)
                    .isNotEmpty()
                    .allSatisfy(field -> assertThat(
                                    field.getValue().path("description").asText())
                            .as(field.getKey())
                            .isNotEmpty());
        }
        assertThat(schemas.has("JsonNode")).as("the inside of a library").isFalse();
    }
}
