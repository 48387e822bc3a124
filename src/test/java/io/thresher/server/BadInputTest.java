package io.thresher.server;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong is named, by its place; nothing of it is kept, and the service goes on. */
@QuarkusTest
class BadInputTest {
    private static final String TABLE = table(
            "size,weight,colour,height,rare,height",
            row -> "%d.5,%d,%s,7,%s,7".formatted(row, row * row, row % 3 == 0 ? "red" : "blue", row == 4 ? "x" : "y"));

    @Inject
    ThresherConfig config;

    private String dataset;
    private Kept before;

    /** What the service keeps. */
    private record Kept(String datasets, String jobs, String models, List<String> files) {}

    @BeforeEach
    void keep_a_sound_dataset() {
        dataset = upload(TABLE.getBytes(UTF_8)).then().statusCode(201).extract().path("id");
        before = kept();
    }

    @AfterEach
    void nothing_is_kept_and_the_service_answers() {
        assertThat(kept()).isEqualTo(before);
        await().untilAsserted(() -> assertThat(filesIn("uploads")).isEmpty());
        assertThat(given().get("/q/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void an_empty_file() {
        assertThat(refusedUpload(new byte[0])).containsIgnoringCase("empty");
    }

    @Test
    void a_file_with_one_column() {
        assertThat(refusedUpload("only\n1\n2\n3\n".getBytes(UTF_8))).contains("one column");
    }

    @Test
    void a_header_without_rows() {
        assertThat(refusedUpload("a,b,c\n".getBytes(UTF_8))).containsIgnoringCase("row");
    }

    @Test
    void random_bytes() {
        byte[] rubbish = new byte[20_000];
        new Random(3).nextBytes(rubbish);

        assertThat(refusedUpload(rubbish)).contains("accepted");
    }

    @Test
    void a_picture_called_csv() {
        byte[] picture = new byte[2_000];
        System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, 0, picture, 0, 8);

        assertThat(refusedUpload(picture)).contains("PNG");
    }

    @Test
    void a_target_that_does_not_exist_and_those_like_it() {
        assertThat(only("/target", Map.of("target", "color")))
                .contains("'color'")
                .contains("'colour'");
    }

    @Test
    void a_target_that_is_the_same_in_every_row() {
        String constant = dataset(table("a,b", row -> row + ",1"));

        assertThat(only("/target", Map.of("dataset", constant, "target", "b"))).contains("'b'");
    }

    @Test
    void a_target_whose_name_two_columns_have() {
        assertThat(only("/target", Map.of("target", "height", "task", "regression")))
                .contains("more than one column called 'height'")
                .contains("'height (2)'");
    }

    @Test
    void fewer_rows_than_folds() {
        String few = dataset("a,b\n1,2.5\n2,3.5\n3,1.5\n");

        assertThat(only("/target", Map.of("dataset", few, "target", "b", "task", "regression")))
                .contains("3 rows")
                .contains("5 folds");
    }

    @Test
    void a_class_with_one_row() {
        assertThat(only("/target", Map.of("target", "rare"))).contains("'x'").contains("one row");
    }

    @Test
    void a_target_that_is_not_given() {
        Map<String, Object> request = sound();
        request.remove("target");

        assertThat(refusedJob(request, "/target")).contains("needed");
    }

    @Test
    void a_dataset_that_does_not_exist() {
        assertThat(only("/dataset", Map.of("dataset", "0123456789abcdef"))).contains("0123456789abcdef");
    }

    @Test
    void a_dataset_that_is_a_path() {
        assertThat(only("/dataset", Map.of("dataset", "../../etc"))).contains("'../../etc'");
    }

    @Test
    void an_unknown_task() {
        assertThat(only("/task", Map.of("task", "clustering")))
                .contains("clustering")
                .contains("binary, multiclass, regression");
    }

    @Test
    void a_task_that_does_not_fit_the_target() {
        assertThat(only("/task", Map.of("task", "regression"))).contains("'colour'");
    }

    @Test
    void an_unknown_metric() {
        assertThat(only("/metric", Map.of("metric", "f2"))).contains("f2").contains("roc_auc");
    }

    @Test
    void a_metric_of_another_task() {
        assertThat(only("/metric", Map.of("metric", "rmse"))).contains("rmse").contains("roc_auc");
    }

    @Test
    void an_unknown_search_space() {
        assertThat(only("/searchSpace", Map.of("searchSpace", "huge")))
                .contains("'huge'")
                .contains("default");
    }

    @Test
    void an_unknown_family_with_its_line() {
        assertThat(only("/searchSpace", Map.of("searchSpace", "families:\n  baseline: {}\n  catboost: {}\n")))
                .contains("line 3")
                .contains("catboost")
                .contains("xgboost");
    }

    @Test
    void an_unknown_parameter_with_its_line() {
        String space = "families:\n  xgboost:\n    depth: {type: integer, low: 1, high: 2, default: 1}\n";

        assertThat(only("/searchSpace", Map.of("searchSpace", space)))
                .contains("line 3")
                .contains("depth")
                .contains("maxDepth");
    }

    @Test
    void a_search_space_that_is_no_yaml_with_its_line() {
        assertThat(only("/searchSpace", Map.of("searchSpace", "families:\n  baseline: {}\n  linear: {cost: [1\n")))
                .contains("line 4");
    }

    @Test
    void a_search_space_that_would_unfold_without_end() {
        String bomb = "a: &a [x, x]\nb: &b [*a, *a]\nfamilies: *b\n";

        refusedJob(with(Map.of("searchSpace", bomb)), "/searchSpace");
    }

    @Test
    void no_budget() {
        Map<String, Object> request = sound();
        request.remove("budget");

        assertThat(refusedJob(request, "/budget")).contains("time").contains("trials");
    }

    @Test
    void an_empty_budget() {
        assertThat(only("/budget", Map.of("budget", Map.of()))).contains("time").contains("trials");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-5",
                "1e12",
                "1e400",
                "\"PT0S\"",
                "\"PT-5S\"",
                "\"P400D\"",
                "\"soon\"",
                "\"\"",
                "true",
                "[]"
            })
    void a_time_budget_that_is_none(String time) {
        Response response =
                post("{\"dataset\":\"%s\",\"target\":\"colour\",\"budget\":{\"time\":%s}}".formatted(dataset, time));

        assertThat(message(problem(response, 400), "/budget/time")).contains("PT60S");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "2000000", "99999999999", "\"many\"", "2.5"})
    void a_number_of_trials_that_is_none(String trials) {
        Response response = post(
                "{\"dataset\":\"%s\",\"target\":\"colour\",\"budget\":{\"trials\":%s}}".formatted(dataset, trials));

        assertThat(message(problem(response, 400), "/budget/trials")).contains("whole number");
    }

    @Test
    void more_trials_at_once_than_there_are_workers() {
        assertThat(only("/parallelism", Map.of("parallelism", 100_000))).contains("100000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"random", "portfolio"})
    void a_warm_start_of_a_search_that_learns_nothing(String strategy) {
        assertThat(only("/warmStart", Map.of("warmStart", true, "strategy", strategy)))
                .contains("engine");
    }

    @Test
    void a_field_that_is_not_known() {
        assertThat(only("/metrik", Map.of("metrik", "roc_auc"))).contains("metric");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7", "{\"dataset\": oops}", "{\"dataset\":\"a\""})
    void a_body_that_is_no_search_job(String body) {
        assertThat(problem(post(body), 400).getList("errors")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bootstrap                                        | /validation/kind   | 'bootstrap'",
                "{\"kind\": \"kfold\", \"folds\": 1}                  | /validation        | got 1",
                "{\"kind\": \"kfold\", \"folds\": 51}                 | /validation        | got 51",
                "{\"kind\": \"kfold\", \"fold\": 3}                   | /validation        | fold",
                "{\"kind\": \"repeatedKfold\", \"repeats\": 11}       | /validation        | got 11",
                "{\"kind\": \"holdout\", \"fraction\": 0.7}           | /validation        | got 0.7",
                "{\"kind\": \"group\"}                             | /validation/column | needed",
                "{\"kind\": \"group\", \"column\": \"sise\"}          | /validation/column | 'sise'",
                "{\"kind\": \"time\", \"column\": \"rare\"}           | /validation        | 'rare'",
                "{\"kind\": \"group\", \"column\": \"colour\"}        | /validation/column | the column to predict",
                "{\"kind\": \"custom\", \"column\": \"height (2)\"}   | /validation        | has 1",
                "{\"kind\": \"kfold\", \"folds\": 50, \"column\": 1} | /validation        | column"
            })
    void a_validation_that_cannot_be(String validation, String pointer, String said) {
        Object value = validation.startsWith("{") ? JsonPath.from(validation).getMap("") : validation;

        assertThat(only(pointer, Map.of("validation", value))).contains(said);
    }

    @Test
    void a_holdout_of_all_rows_or_beside_a_test_dataset() {
        assertThat(only("/holdout", Map.of("holdout", 0.9))).contains("0.5", "0.9");
        assertThat(only("/holdout", Map.of("holdout", 0.2, "testDataset", dataset)))
                .contains("not on both");
        assertThat(only("/testDataset", Map.of("testDataset", "abc"))).contains("'abc'");
        String other = dataset("size,weight\n1,2.5\n2,3.5\n3,1.5\n");
        assertThat(only("/testDataset", Map.of("testDataset", other))).contains("colour", "rare");
    }

    @Test
    void a_recipe_that_is_not_there_or_does_not_fit() {
        assertThat(only("/recipe", Map.of("recipe", 3))).contains("no recipe 3");
        List<Object> steps = List.of(
                Map.of("kind", "dropColumn", "column", "sise"),
                Map.of("kind", "clipNumbers", "column", "weight", "low", 3, "high", 1),
                Map.of("kind", "polish"),
                Map.of("kind", "dropColumn"));

        JsonPath unread = problem(recipe(Map.of("steps", steps)), 400);
        assertThat(unread.getList("errors.pointer")).containsExactly("/steps/1", "/steps/2", "/steps/3");
        assertThat(unread.getString("errors[1].message")).contains("dropColumn");
        assertThat(problem(recipe(Map.of("steps", steps.subList(0, 1))), 400).getList("errors.pointer"))
                .containsExactly("/steps/0/column");
        problem(recipe(Map.of("steps", 7)), 400);
        assertThat(given().contentType("application/json")
                        .body("{}")
                        .post("/api/v1/datasets/abc/recipes")
                        .statusCode())
                .isEqualTo(404);
    }

    private Response recipe(Object body) {
        return given().contentType("application/json").body(body).post("/api/v1/datasets/" + dataset + "/recipes");
    }

    @Test
    void every_fault_at_once() {
        Map<String, Object> request = with(Map.of(
                "target",
                "color",
                "metric",
                "f2",
                "task",
                "clustering",
                "budget",
                Map.of("time", 0, "trials", -1),
                "searchSpace",
                "families:\n  catboost: {}\n  lightgbm: {}\n",
                "parallelism",
                0));

        List<String> pointers = problem(post(request), 400).getList("errors.pointer");

        assertThat(pointers)
                .containsExactlyInAnyOrder(
                        "/target",
                        "/metric",
                        "/task",
                        "/budget/time",
                        "/budget/trials",
                        "/searchSpace",
                        "/searchSpace",
                        "/parallelism");
    }

    @Test
    void families_that_the_search_space_has_not() {
        assertThat(only("/families/1", Map.of("families", List.of("xgboost", "xgbost"))))
                .contains("'xgbost'")
                .contains("did you mean 'xgboost'")
                .contains("baseline");
        assertThat(only("/families", Map.of("families", List.of())))
                .contains("at least one")
                .contains("xgboost");
        assertThat(only(
                        "/families/0",
                        Map.of("families", List.of("neural"), "searchSpace", "families:\n  baseline: {}\n")))
                .contains("'neural'");
        assertThat(only(
                        "/constraints",
                        Map.of(
                                "constraints",
                                Map.of("monotone", Map.of("size", "increasing")),
                                "families",
                                List.of("kernel"))))
                .contains("may be tried")
                .contains("xgboost");
    }

    @Test
    void limits_that_no_model_could_keep_to_all_at_once() {
        Response response = given().contentType("application/json")
                .body(with(Map.of(
                        "limits",
                        Map.of(
                                "predictMicrosOneRow",
                                0,
                                "predictMicrosPerRow",
                                -2.5,
                                "modelBytes",
                                0,
                                "trainPeakBytes",
                                -1))))
                .post("/api/v1/search-jobs");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.jsonPath().getList("errors.pointer", String.class))
                .containsExactlyInAnyOrder(
                        "/limits/predictMicrosOneRow",
                        "/limits/predictMicrosPerRow",
                        "/limits/modelBytes",
                        "/limits/trainPeakBytes");
        assertThat(response.jsonPath().getList("errors.message", String.class))
                .allMatch(message -> message.contains("above 0"));
        assertThat(response.jsonPath().getString("errors.message")).contains("-2.5");
    }

    @Test
    void a_limit_of_something_that_is_not_measured() {
        given().contentType("application/json")
                .body(with(Map.of("limits", Map.of("latency", 5))))
                .post("/api/v1/search-jobs")
                .then()
                .statusCode(400);
    }

    @Test
    void constraints_on_columns_that_cannot_keep_to_them() {
        assertThat(only("/constraints/monotone/colour", constrained(Map.of("colour", "increasing"))))
                .contains("column to predict");
        assertThat(only("/constraints/monotone/weigth", constrained(Map.of("weigth", "increasing"))))
                .contains("'weight'");
        assertThat(only("/constraints/monotone/rare", constrained(Map.of("rare", "increasing"))))
                .contains("column that is learned from as numbers");
        assertThat(only("/constraints/monotone/size", constrained(Map.of("size", "up"))))
                .contains("increasing or decreasing");
        assertThat(only(
                        "/constraints/interactions/0/1",
                        Map.of("constraints", Map.of("interactions", List.of(List.of("size", "nothing"))))))
                .contains("'nothing'");
        assertThat(only("/constraints/order", Map.of("constraints", Map.of("order", 1))))
                .contains("not known");
    }

    @Test
    void constraints_that_no_family_of_the_space_keeps_to() {
        Map<String, Object> changes = new HashMap<>(constrained(Map.of("size", "increasing")));
        changes.put("searchSpace", "neural");

        assertThat(only("/constraints", changes)).contains("'neural'").contains("xgboost");
    }

    private static Map<String, Object> constrained(Map<String, String> directions) {
        return Map.of("constraints", Map.of("monotone", directions));
    }

    private String refusedUpload(byte[] bytes) {
        return problem(upload(bytes), 400).getString("detail");
    }

    /** What is said of a request that is sound but for {@code changes}, which is at fault at that pointer alone. */
    private String only(String pointer, Map<String, Object> changes) {
        return refusedJob(with(changes), pointer);
    }

    private String refusedJob(Map<String, Object> request, String pointer) {
        return message(problem(post(request), 400), pointer);
    }

    private static String message(JsonPath problem, String pointer) {
        assertThat(problem.getList("errors.pointer")).containsOnly(pointer);
        return String.join("\n", problem.<String>getList("errors.message"));
    }

    private Map<String, Object> with(Map<String, Object> changes) {
        Map<String, Object> request = sound();
        request.putAll(changes);
        return request;
    }

    /** A request that would be accepted. */
    private Map<String, Object> sound() {
        return new HashMap<>(Map.of("dataset", dataset, "target", "colour", "budget", Map.of("trials", 1)));
    }

    private static Response post(Object body) {
        return given().contentType("application/json").body(body).post("/api/v1/search-jobs");
    }

    private static Response upload(byte[] bytes) {
        return given().multiPart("file", "table.csv", bytes).post("/api/v1/datasets");
    }

    /** A sound dataset that a test needs besides, and that belongs to what is kept. */
    private String dataset(String table) {
        String id =
                upload(table.getBytes(UTF_8)).then().statusCode(201).extract().path("id");
        before = kept();
        return id;
    }

    private static JsonPath problem(Response response, int status) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith(Problem.MEDIA_TYPE);
        assertThat(response.asString())
                .doesNotContain("Exception")
                .doesNotContain("java.")
                .doesNotContain("io.thresher")
                .doesNotContain("StreamReadFeature")
                .doesNotContain("\\tat ");
        return response.jsonPath();
    }

    private Kept kept() {
        return new Kept(list("datasets"), list("search-jobs"), list("models"), stored());
    }

    private static String list(String things) {
        return given().get("/api/v1/" + things + "?pageSize=1000")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private List<String> stored() {
        return Stream.of("datasets", "jobs", "models")
                .flatMap(folder -> filesIn(folder).stream())
                .toList();
    }

    private List<String> filesIn(String folder) {
        Path root = config.dataDir().resolve(folder);
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> !file.equals(root))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String table(String header, IntFunction<String> row) {
        return IntStream.range(0, 40).mapToObj(row).collect(Collectors.joining("\n", header + "\n", "\n"));
    }
}
