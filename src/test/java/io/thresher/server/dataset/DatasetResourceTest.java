package io.thresher.server.dataset;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.thresher.server.ThresherConfig;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DatasetResourceTest {
    private static final List<String> COLOURS = List.of("red", "blue", "green");

    @Inject
    ThresherConfig config;

    @Test
    void an_uploaded_table_tells_its_rows_and_columns_and_where_it_is() {
        Response response = upload(table(1), "flowers.csv");

        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        JsonPath dataset = response.jsonPath();
        assertThat(response.header("Location")).endsWith("/api/v1/datasets/" + dataset.getString("id"));
        assertThat(dataset.getString("id")).matches("[0-9a-f]{24}");
        assertThat(dataset.getString("name")).isEqualTo("flowers");
        assertThat(dataset.getInt("rows")).isEqualTo(50);
        assertThat(dataset.getList("columns.name")).containsExactly("size", "colour");
        assertThat(dataset.getList("columns.type")).containsExactly("number", "category");
        assertThat(dataset.getList("columns.distinct")).containsExactly(50, 3);
    }

    @Test
    void an_uploaded_table_is_found_again() {
        String id = upload(table(5), "five.csv").jsonPath().getString("id");

        assertThat(given().get("/api/v1/datasets/" + id).jsonPath().getString("name"))
                .isEqualTo("five");
    }

    @Test
    void the_same_bytes_twice_are_the_same_dataset() {
        String first = upload(table(2), "one.csv").jsonPath().getString("id");

        JsonPath second = upload(table(2), "two.csv").jsonPath();

        assertThat(second.getString("id")).isEqualTo(first);
        assertThat(second.getString("name")).isEqualTo("one");
    }

    @Test
    void the_newest_dataset_is_first_in_the_list() {
        String id = upload(table(3), "three.csv").jsonPath().getString("id");

        assertThat(given().get("/api/v1/datasets?pageSize=1").jsonPath().getString("items[0].id"))
                .isEqualTo(id);
    }

    @Test
    void a_name_may_be_given() {
        Response response = given().multiPart("file", "x.csv", table(4).getBytes(UTF_8))
                .multiPart("name", " My table v1.2 ")
                .post("/api/v1/datasets");

        assertThat(response.jsonPath().getString("name")).isEqualTo("My table v1.2");
    }

    @Test
    void what_is_no_table_is_a_problem_and_leaves_nothing_behind() throws IOException {
        byte[] rubbish = new byte[5000];
        new Random(1).nextBytes(rubbish);

        for (byte[] bytes : List.of(new byte[0], "only\n1\n2\n".getBytes(UTF_8), rubbish)) {
            List<String> before = stored();
            Response response = given().multiPart("file", "x.csv", bytes).post("/api/v1/datasets");

            assertThat(response.statusCode()).as(response.asString()).isEqualTo(400);
            assertThat(response.contentType()).startsWith("application/problem+json");
            assertThat(response.jsonPath().getList("errors")).isNotEmpty();
            assertThat(stored()).isEqualTo(before);
        }
    }

    @Test
    void a_form_without_a_file_is_a_problem_that_names_the_part() {
        Response response = given().multiPart("name", "x").post("/api/v1/datasets");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.jsonPath().getString("errors[0].parameter")).isEqualTo("file");
    }

    @Test
    void what_a_user_says_about_a_file_is_heeded_and_told_again() {
        Response response = given().multiPart("file", "x.csv", "a;b\n1;x\n999;y\n3;z\n".getBytes(UTF_8))
                .multiPart("reading", "{\"missingTokens\": [\"999\"], \"columnTypes\": {\"b\": \"text\"}}")
                .post("/api/v1/datasets");

        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        assertThat(response.jsonPath().getList("columns.missing")).containsExactly(1, 0);
        assertThat(response.jsonPath().getList("columns.type")).containsExactly("integer", "text");
        JsonPath reading = given().get("/api/v1/datasets/%s/reading"
                        .formatted(response.jsonPath().getString("id")))
                .jsonPath();
        assertThat(reading.getString("delimiter")).isEqualTo(";");
        assertThat(reading.getString("format")).isEqualTo("delimited");
        assertThat(reading.getList("options.missingTokens")).containsExactly("999");
    }

    @Test
    void a_file_is_read_again_in_another_way_without_being_sent_again() {
        String id =
                upload("a;b\n1,5;x\n2,5;y\n3,5;z\n", "commas.csv").jsonPath().getString("id");

        Response again = make(Map.of("reread", id, "reading", Map.of("hasHeader", false)));

        assertThat(again.statusCode()).as(again.asString()).isEqualTo(201);
        assertThat(again.jsonPath().getString("id")).isNotEqualTo(id);
        assertThat(again.jsonPath().getString("name")).isEqualTo("commas");
        assertThat(again.jsonPath().getInt("rows")).isEqualTo(4);
        assertThat(make(Map.of("reread", id, "reading", Map.of("hasHeader", false)))
                        .jsonPath()
                        .getString("id"))
                .isEqualTo(again.jsonPath().getString("id"));
        assertThat(make(Map.of("reread", id)).jsonPath().getString("id")).isEqualTo(id);
    }

    @Test
    void a_file_that_cannot_be_read_as_it_is_said_is_a_problem_that_names_every_fault() throws IOException {
        String id = upload(table(6), "six.csv").jsonPath().getString("id");
        List<String> before = stored();

        Response wrong = make(
                Map.of("reread", id, "reading", Map.of("encoding", "EBCDIC", "columnTypes", Map.of("size", "colour"))));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.jsonPath().getList("errors")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(make(Map.of("reread", id, "reading", Map.of("separator", ";")))
                        .statusCode())
                .isEqualTo(400);
        assertThat(make(Map.of("reread", "none")).statusCode()).isEqualTo(404);
        assertThat(make(Map.of()).statusCode()).isEqualTo(400);
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void issues_are_found_for_a_target_and_safe_repairs_are_accepted_at_once() {
        String lines = IntStream.range(0, 200)
                .mapToObj(row -> "%d,%s,%d,%d"
                        .formatted(
                                row % 17,
                                List.of("Bern", "bern", "BERN ", "Basel").get(row % 4),
                                row * 31 % 97,
                                row % 2))
                .collect(Collectors.joining("\n", "a,city,b,ill\n", "\n"));
        String id = upload(lines, "cities.csv").jsonPath().getString("id");
        String issues = "/api/v1/datasets/%s/issues".formatted(id);

        JsonPath found = given().get(issues + "?target=ill").jsonPath();
        assertThat(found.getInt("rows")).isEqualTo(200);
        assertThat(found.getInt("rowsInAll")).isEqualTo(200);
        JsonPath spelling = found.setRootPath("items.find { it.kind == 'spellings' }");
        assertThat(spelling.getList("columns")).containsExactly("city");
        assertThat(spelling.getString("sentence")).contains("'city'");
        assertThat(spelling.getString("proposal.step.kind")).isEqualTo("mergeSpellings");

        assertThat(given().get(issues).jsonPath().getString("errors[0].parameter"))
                .isEqualTo("target");
        assertThat(given().get(issues + "?target=il").statusCode()).isEqualTo(400);
        assertThat(given().get("/api/v1/datasets/none/issues?target=ill").statusCode())
                .isEqualTo(404);

        String recipes = "/api/v1/datasets/%s/recipes".formatted(id);
        Response accepted = given().contentType("application/json")
                .body(Map.of("acceptSafe", true, "target", "ill"))
                .post(recipes);
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(201);
        assertThat(accepted.jsonPath().getList("steps.kind")).contains("mergeSpellings");
        assertThat(given().get(recipes + "/1").jsonPath().getList("steps.kind")).contains("mergeSpellings");
        assertThat(given().get(recipes + "/2").statusCode()).isEqualTo(404);
    }

    @Test
    void datasets_are_stitched_by_sql_and_the_recipe_is_told() {
        String left =
                upload("id,x\n1,0.5\n2,1.5\n3,2.5\n", "left.csv").jsonPath().getString("id");
        String right = upload("id,y\n1,a\n2,b\n2,c\n", "right.csv").jsonPath().getString("id");
        Map<String, Object> request = Map.of(
                "sql", "select * from l join r using (id)", "from", Map.of("l", left, "r", right), "name", "both");

        JsonPath both = make(request).jsonPath();

        assertThat(both.getString("name")).isEqualTo("both");
        assertThat(both.getInt("rows")).isEqualTo(3);
        assertThat(both.getList("columns.name")).containsExactly("id", "x", "y");
        assertThat(both.getMap("madeFrom.from")).isEqualTo(Map.of("l", left, "r", right));
        assertThat(both.getList("madeFrom.warnings")).isNotEmpty();
        assertThat(make(request).jsonPath().getString("id")).isEqualTo(both.getString("id"));
        assertThat(make(Map.of("reread", both.getString("id"))).statusCode()).isEqualTo(409);
    }

    @Test
    void hostile_sql_and_unknown_sources_are_problems_that_name_their_place() throws IOException {
        String id = upload(table(7), "seven.csv").jsonPath().getString("id");
        List<String> before = stored();

        for (String sql : List.of("drop table a", "from read_csv('/etc/passwd')", "select * from b")) {
            JsonPath problem = make(Map.of("sql", sql, "from", Map.of("a", id))).jsonPath();
            assertThat(problem.getInt("status")).as(sql).isEqualTo(400);
            assertThat(problem.getList("errors.pointer")).containsExactly("/sql");
        }
        assertThat(make(Map.of("sql", "", "from", Map.of("a b", id, "c", "none")))
                        .jsonPath()
                        .getList("errors.pointer"))
                .containsExactlyInAnyOrder("/sql", "/from", "/from/c");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void a_profile_is_found_once_and_tells_what_says_something_of_a_target() {
        String id = upload(table(8), "eight.csv").jsonPath().getString("id");
        String url = "/api/v1/datasets/%s/profile".formatted(id);

        JsonPath profile = given().get(url + "?target=colour").jsonPath();

        assertThat(profile.getInt("rows")).isEqualTo(50);
        assertThat(profile.getList("columns.name")).containsExactly("size", "colour");
        assertThat(profile.getDouble("columns[0].numbers.min")).isEqualTo(4.25);
        assertThat(profile.getDouble("columns[0].numbers.max")).isEqualTo(53.25);
        assertThat(profile.getInt("columns[1].words.top[0].count")).isEqualTo(17);
        assertThat(profile.getList("associations.column")).containsExactly("size");
        assertThat(given().get(url).jsonPath().getList("associations")).isNull();
        assertThat(given().get(url + "?target=color").statusCode()).isEqualTo(400);
        assertThat(given().get("/api/v1/datasets/none/profile").statusCode()).isEqualTo(404);
    }

    @Test
    void a_dataset_that_is_not_there_is_a_problem() {
        assertThat(given().get("/api/v1/datasets/none").statusCode()).isEqualTo(404);
    }

    private static Response make(Map<String, Object> request) {
        return given().contentType("application/json").body(request).post("/api/v1/datasets");
    }

    private static Response upload(String table, String name) {
        return given().multiPart("file", name, table.getBytes(UTF_8)).post("/api/v1/datasets");
    }

    /** 50 rows; another table for each seed. */
    private static String table(int seed) {
        return IntStream.range(0, 50)
                .mapToObj(row -> (row + 0.5 * seed + 0.25) + "," + COLOURS.get(row % 3))
                .collect(Collectors.joining("\n", "size,colour\n", "\n"));
    }

    private List<String> stored() throws IOException {
        Path folder = config.dataDir().resolve("datasets");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString).sorted().toList();
        }
    }
}
