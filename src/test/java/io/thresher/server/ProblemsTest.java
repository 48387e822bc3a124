package io.thresher.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProblemsTest {

    @Test
    void names_every_broken_rule_by_its_pointer() {
        JsonPath problem = problem(post("{\"name\":\" \",\"limits\":{\"trials\":0},\"more\":[{\"trials\":0}]}"), 400);

        assertThat(problem.getList("errors.pointer")).containsExactly("/limits/trials", "/more/0/trials", "/name");
        assertThat(problem.getString("errors[0].message")).isEqualTo("must be at least 1");
    }

    @Test
    void names_an_unknown_field_and_those_that_are_known() {
        JsonPath problem = problem(post("{\"name\":\"a\",\"limits\":{\"trails\":3}}"), 400);

        assertThat(problem.getString("errors[0].pointer")).isEqualTo("/limits/trails");
        assertThat(problem.getString("errors[0].message")).contains("time, trials");
    }

    @Test
    void names_a_value_of_the_wrong_type_and_what_would_be_accepted() {
        JsonPath problem = problem(post("{\"limits\":{\"trials\":\"many\"}}"), 400);

        assertThat(problem.getString("errors[0].pointer")).isEqualTo("/limits/trials");
        assertThat(problem.getString("errors[0].message")).isEqualTo("must be a whole number, got 'many'");
    }

    @Test
    void names_a_time_span_that_is_none() {
        JsonPath problem = problem(post("{\"limits\":{\"time\":\"soon\"}}"), 400);

        assertThat(problem.getString("errors[0].pointer")).isEqualTo("/limits/time");
        assertThat(problem.getString("errors[0].message")).contains("PT5M").contains("soon");
    }

    @Test
    void names_an_object_where_a_list_belongs() {
        JsonPath problem = problem(post("{\"more\":{}}"), 400);

        assertThat(problem.getString("errors[0].pointer")).isEqualTo("/more");
        assertThat(problem.getString("errors[0].message")).isEqualTo("must be a list");
    }

    @Test
    void tells_where_the_body_stops_being_json() {
        JsonPath problem = problem(post("{\"name\": oops}"), 400);

        assertThat(problem.getString("detail")).contains("not JSON").contains("line 1");
    }

    @Test
    void a_page_that_is_not_there_is_a_problem_too() {
        problem(given().get("/api/v1/nothing"), 404);
    }

    @Test
    void a_method_that_is_not_offered_is_a_problem_too() {
        problem(given().delete("/probe"), 405);
    }

    @Test
    void a_media_type_that_is_not_taken_is_a_problem_too() {
        problem(given().contentType("text/plain").body("a").post("/probe"), 415);
    }

    @Test
    void a_failure_of_ours_tells_a_reference_and_nothing_of_the_inside() {
        Response response = given().get("/probe/broken");

        assertThat(problem(response, 500).getString("detail")).contains("reference");
        assertThat(response.asString()).doesNotContain("secret").doesNotContain("java");
    }

    private static Response post(String body) {
        return given().contentType("application/json").body(body).post("/probe");
    }

    private static JsonPath problem(Response response, int status) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith(Problem.MEDIA_TYPE);
        assertThat(response.jsonPath().getInt("status")).isEqualTo(status);
        assertThat(response.jsonPath().getString("type")).startsWith("urn:thresher:problem:");
        return response.jsonPath();
    }
}
