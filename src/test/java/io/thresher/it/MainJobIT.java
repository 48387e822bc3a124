package io.thresher.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.thresher.data.SampleTable;
import io.thresher.onnx.Scorer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Upload, search, leaderboard, export and predict over REST, against the packaged application. */
class MainJobIT {
    private static final String SPACE = """
            families:
              baseline: {}
              linear:
                cost: {type: real, low: 0.01, high: 10, log: true, default: 1}
              xgboost:
                rounds:       {type: integer, low: 20, high: 40, default: 30}
                learningRate: {type: real, low: 0.1, high: 0.3, log: true, default: 0.2}
                maxDepth:     {type: integer, low: 2, high: 5, default: 3}
            """;

    private static final int TRIALS = 6;
    private static final float SAME = 1e-6f;

    /** Rows to predict: another order of columns than in training, one column more, a missing and an unseen value. */
    private static final String ROWS = """
            city,shoe_size,plan,satisfaction,calls,paperless,monthly_fee,months,lucky_number,customer
            Bern,41,basic,1,9,no,14.5,2,7,C90001
            Graz,39,family,5,0,yes,25.1,70,8,C90002
            ,44,plus,,3,no,,30,9,C90003
            Atlantis,40,business,3,1,yes,33.3,12,10,C90004
            """;

    @TempDir
    static Path folder;

    private static PackagedThresher thresher;
    private static SearchClient client;
    private static String dataset;
    private static JsonPath job;

    @BeforeAll
    static void search() throws IOException {
        thresher = PackagedThresher.start(folder);
        client = new SearchClient(thresher);
        dataset = client.uploadSample(folder, 600);
        job = client.awaitEnd(client.submit(Map.of(
                "dataset",
                dataset,
                "target",
                SampleTable.TARGET,
                "budget",
                Map.of("trials", TRIALS),
                "searchSpace",
                SPACE,
                "seed",
                11)));
    }

    @AfterAll
    static void stop() {
        if (thresher != null) {
            thresher.close();
        }
    }

    @Test
    void a_job_ends_with_all_its_trials_and_a_model() {
        assertThat(job.getString("state")).as(job.prettify()).isEqualTo("SUCCEEDED");
        assertThat(job.getString("dataset")).isEqualTo(dataset);
        assertThat(job.getString("task")).isEqualTo("binary");
        assertThat(job.getString("metric")).isEqualTo("roc_auc");
        assertThat(job.getInt("budget.trials")).isEqualTo(TRIALS);
        assertThat(job.getInt("trials.total")).isEqualTo(TRIALS);
        assertThat(job.getInt("trials.succeeded")).isEqualTo(TRIALS);
        assertThat(job.getInt("trials.running")).isZero();
        assertThat(job.getDouble("best.score")).isBetween(0.6, 1.0);
        assertThat(Instant.parse(job.getString("endedAt"))).isAfter(Instant.parse(job.getString("startedAt")));
        assertThat(job.getString("model.name")).isNotEmpty();
        assertThat(job.getInt("model.version")).isEqualTo(1);
    }

    @Test
    void what_is_delivered_keeps_to_the_limits_and_what_does_not_is_shown_and_cannot_win() throws Exception {
        List<Long> sizes = client.get("/api/v1/search-jobs/%s/leaderboard".formatted(job.getString("id")))
                .getList("items.modelBytes", Long.class);
        long limit = (Collections.min(sizes) + Collections.max(sizes)) / 2;
        double slowest = 1e7;

        JsonPath limited = client.awaitEnd(client.submit(Map.of(
                "dataset",
                dataset,
                "target",
                SampleTable.TARGET,
                "budget",
                Map.of("trials", TRIALS),
                "searchSpace",
                SPACE,
                "seed",
                11,
                "limits",
                Map.of("modelBytes", limit, "predictMicrosOneRow", slowest, "trainPeakBytes", 1L << 40))));

        assertThat(limited.getString("state")).as(limited.prettify()).isEqualTo("SUCCEEDED");
        byte[] file = client.request()
                .get(SearchClient.model(limited) + "/export?format=onnx")
                .asByteArray();
        assertThat((long) file.length)
                .isLessThanOrEqualTo(limit)
                .isEqualTo(limited.getLong("delivered.costs.modelBytes"));
        assertThat(limited.getDouble("delivered.costs.predictMicrosOneRow")).isBetween(0.1, slowest);
        assertThat(limited.getLong("delivered.costs.trainPeakBytes")).isBetween(50L << 20, 1L << 40);
        List<Map<String, Object>> board = client.get(
                        "/api/v1/search-jobs/%s/leaderboard".formatted(limited.getString("id")))
                .getList("items");
        assertThat(board)
                .filteredOn(row -> ((Number) row.get("modelBytes")).longValue() > limit)
                .isNotEmpty()
                .allMatch(row -> List.of("modelBytes").equals(row.get("missedLimits")));
        assertThat(board.get(0).get("missedLimits")).isEqualTo(List.of());
        assertThat(board.get(0).get("trial")).isEqualTo(limited.getInt("best.trial"));
        assertThat(board).anyMatch(row -> Boolean.TRUE.equals(row.get("paretoOptimal")));
    }

    @Test
    void a_search_in_which_nothing_keeps_to_the_limits_says_so_and_delivers_nothing() {
        JsonPath failed = client.awaitEnd(client.submit(Map.of(
                "dataset",
                dataset,
                "target",
                SampleTable.TARGET,
                "budget",
                Map.of("trials", 2),
                "searchSpace",
                SPACE,
                "families",
                List.of("linear"),
                "limits",
                Map.of("predictMicrosPerRow", 1e-6))));

        assertThat(failed.getString("state")).isEqualTo("FAILED");
        assertThat(failed.getString("error"))
                .contains("no trial keeps to the limits")
                .contains("trial 0 (linear")
                .contains("predictMicrosPerRow")
                .contains("at most 0.000001");
        assertThat(failed.getString("model")).isNull();
        assertThat(failed.getString("best")).isNull();
        assertThat(failed.getInt("trials.succeeded")).isEqualTo(2);
    }

    @Test
    void the_leaderboard_ranks_all_trials_over_its_pages() {
        List<Map<String, Object>> rows = new ArrayList<>();
        String first = path("/leaderboard?pageSize=4");
        JsonPath page = client.get(first);
        rows.addAll(page.getList("items"));
        assertThat(rows).hasSize(4);
        page = client.get(first + "&pageToken=" + page.getString("nextPageToken"));
        rows.addAll(page.getList("items"));

        assertThat(page.getString("nextPageToken")).isNull();
        assertThat(rows).extracting(row -> row.get("rank")).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(rows).extracting(row -> row.get("trial")).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
        assertThat(rows)
                .extracting(row -> ((Number) row.get("score")).doubleValue())
                .isSortedAccordingTo(Collections.reverseOrder());
        assertThat(rows).extracting(row -> row.get("family")).contains("baseline", "linear", "xgboost");
        assertThat(rows.get(0)).containsEntry("trial", job.getInt("best.trial"));
        assertThat(rows)
                .allSatisfy(row -> assertThat(row)
                        .containsKeys(
                                "scoreStd", "trainSeconds", "predictMicrosPerRow", "modelBytes", "configuration"));
    }

    @Test
    void a_trial_tells_its_configuration_and_the_score_of_each_fold() {
        JsonPath trial = client.get(path("/trials/" + job.getInt("best.trial")));

        assertThat(trial.getString("state")).isEqualTo("SUCCEEDED");
        assertThat(trial.getString("family")).isEqualTo(job.getString("best.family"));
        assertThat(trial.getDouble("score")).isEqualTo(job.getDouble("best.score"));
        assertThat(trial.getList("foldScores")).as("5 folds, dealt twice").hasSize(10);
        assertThat(trial.getMap("configuration")).isNotEmpty();
    }

    @Test
    void the_events_of_a_job_begin_with_the_job() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(thresher.url(path("/events"))))
                .timeout(Duration.ofSeconds(30))
                .build();

        List<String> event;
        try (Stream<String> lines =
                HttpClient.newHttpClient().send(request, BodyHandlers.ofLines()).body()) {
            event = lines.takeWhile(line -> !line.isEmpty()).toList();
        }

        assertThat(event).contains("event:job");
        assertThat(event)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("data:")
                        .contains(job.getString("id"))
                        .contains("SUCCEEDED"));
    }

    @Test
    void the_exported_model_loads_and_knows_its_columns_and_classes() throws IOException {
        Response export = client.request().get(SearchClient.model(job) + "/export?format=onnx");
        assertThat(export.statusCode()).isEqualTo(200);
        assertThat(export.contentType()).startsWith("application/octet-stream");
        Path file = Files.write(folder.resolve("exported.onnx"), export.asByteArray());

        try (Scorer scorer = Scorer.load(file)) {
            assertThat(scorer.signature().classes()).containsExactly("no", "yes");
            assertThat(scorer.signature().inputs())
                    .containsKeys("months", "satisfaction")
                    .doesNotContainKey(SampleTable.TARGET);
        }
    }

    @Test
    void programs_for_the_model_come_with_its_columns_classes_and_address() {
        String snippets = SearchClient.model(job) + "/snippets";

        JsonPath all = client.get(snippets);

        assertThat(all.getString("python")).contains("CLASSES = [\"no\", \"yes\"]", "\"satisfaction\"");
        assertThat(all.getString("java")).contains("row.put(\"months\", ").doesNotContain("(\"months\", Float.NaN)");
        assertThat(all.getString("curl")).contains(client.thresher().url(SearchClient.model(job) + "/predict"));
        Response python = client.request().get(snippets + "/python");
        assertThat(python.contentType()).startsWith("text/plain");
        assertThat(python.asString()).isEqualTo(all.getString("python"));
        Response unknown = client.request().get(snippets + "/cobol");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.asString()).contains("'cobol'; python, java and curl are accepted");
        assertThat(client.request()
                        .get("/api/v1/models/none/versions/1/snippets")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void predicts_csv_in_any_order_of_columns_one_row_of_probabilities_per_row() {
        List<String> lines = client.predict(job, ROWS);

        assertThat(lines.get(0)).isEqualTo("no,yes");
        assertThat(lines).hasSize(5);
        assertThat(lines.stream().skip(1)).allSatisfy(line -> {
            assertThat(numbers(line)).allMatch(probability -> probability >= 0 && probability <= 1);
            assertThat(numbers(line).stream().mapToDouble(p -> p).sum()).isCloseTo(1, within(1e-5));
        });
        assertThat(numbers(lines.get(1)).get(1))
                .as("new, unhappy and often on the phone, against old and happy")
                .isGreaterThan(numbers(lines.get(2)).get(1));
    }

    @Test
    void predicts_the_same_for_json_as_for_csv() {
        List<String> csv = client.predict(job, ROWS);

        JsonPath json = predictJson(job, Map.of("rows", rowsOf(ROWS)));

        List<Map<String, Float>> predictions = json.getList("predictions");
        assertThat(predictions).hasSize(4);
        for (int row = 0; row < predictions.size(); row++) {
            assertThat(predictions.get(row)).containsOnlyKeys("no", "yes");
            assertThat(predictions.get(row).get("yes"))
                    .isCloseTo(numbers(csv.get(row + 1)).get(1), within(SAME));
        }
    }

    @Test
    void a_missing_column_that_the_model_needs_is_a_problem_that_names_it() {
        String without = ROWS.replace(",months,", ",weeks,");

        Response response =
                client.request().contentType("text/csv").body(without).post(SearchClient.model(job) + "/predict");

        assertThat(response.statusCode()).as(response.asString()).isEqualTo(400);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getList("errors.column")).containsExactly("months");
        assertThat(response.jsonPath().getString("detail")).contains("months");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "{}", "[]", "{\"rows\":7}", "{\"rows\":[null]}", "{\"rows\":[{\"months\":[]}]}"})
    void rows_that_are_none_are_a_problem(String body) {
        Response response =
                client.request().contentType("application/json").body(body).post(SearchClient.model(job) + "/predict");

        assertThat(response.statusCode()).as(response.asString()).isEqualTo(400);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getList("errors")).isNotEmpty();
    }

    @Test
    void a_regression_predicts_one_number_a_row() {
        JsonPath ended = client.awaitEnd(client.submit(request("monthly_fee", Map.of("trials", 3))));

        assertThat(ended.getString("state")).as(ended.prettify()).isEqualTo("SUCCEEDED");
        assertThat(ended.getString("task")).isEqualTo("regression");
        assertThat(ended.getString("metric")).isEqualTo("rmse");
        String rows = ROWS.replace("monthly_fee", "leaves").replaceAll("(?<=,(yes|no),)[0-9.]*(?=,)", "no");
        List<String> lines = client.predict(ended, rows);
        assertThat(lines.get(0)).isEqualTo("prediction");
        assertThat(lines).hasSize(5);
        List<Float> predictions = lines.stream().skip(1).map(Float::valueOf).toList();
        assertThat(predictions).allSatisfy(fee -> assertThat(fee).isBetween(0f, 60f));
        assertThat(predictions.get(3)).as("business costs more than basic").isGreaterThan(predictions.get(0));
        List<Float> json = predictJson(ended, Map.of("rows", rowsOf(rows))).getList("predictions");
        assertThat(json).isEqualTo(predictions);
    }

    @Test
    void a_cancelled_job_delivers_the_best_so_far() {
        String id = client.submit(request(SampleTable.TARGET, Map.of("trials", 10_000)));
        await().atMost(SearchClient.PATIENCE).until(() -> client.job(id).getInt("trials.succeeded") >= 2);

        assertThat(client.request()
                        .post("/api/v1/search-jobs/" + id + "/cancel")
                        .statusCode())
                .isEqualTo(202);

        JsonPath ended = client.awaitEnd(id);
        assertThat(ended.getString("state")).isEqualTo("CANCELLED");
        assertThat(ended.getInt("trials.running")).isZero();
        assertThat(client.predict(ended, ROWS)).hasSize(5);
    }

    @Test
    void a_job_with_a_time_budget_ends_in_time_with_a_model() {
        Duration budget = Duration.ofSeconds(8);
        Duration tolerance = Duration.ofSeconds(1);
        Duration untilSeen = Duration.ofSeconds(2);
        Instant submitted = Instant.now();

        JsonPath ended = client.awaitEnd(client.submit(request(SampleTable.TARGET, Map.of("time", "PT8S"))));

        Duration took = Duration.between(submitted, Instant.now());
        assertThat(ended.getString("state")).as(ended.prettify()).isEqualTo("SUCCEEDED");
        assertThat(ended.getString("model.name")).isNotEmpty();
        assertThat(took)
                .isBetween(budget.minus(tolerance), budget.plus(tolerance).plus(untilSeen));
    }

    private static Map<String, Object> request(String target, Map<String, Object> budget) {
        return Map.of("dataset", dataset, "target", target, "budget", budget, "searchSpace", SPACE, "seed", 3);
    }

    private static JsonPath predictJson(JsonPath of, Map<String, Object> body) {
        Response response =
                client.request().contentType("application/json").body(body).post(SearchClient.model(of) + "/predict");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response.jsonPath();
    }

    /** The rows of a CSV without quotes as JSON has them; an empty value is left out. */
    private static List<Map<String, String>> rowsOf(String csv) {
        List<List<String>> records =
                csv.lines().map(line -> Arrays.asList(line.split(",", -1))).toList();
        return records.stream()
                .skip(1)
                .map(record -> row(records.get(0), record))
                .toList();
    }

    private static Map<String, String> row(List<String> header, List<String> record) {
        return IntStream.range(0, header.size())
                .filter(i -> !record.get(i).isEmpty())
                .boxed()
                .collect(Collectors.toMap(header::get, record::get));
    }

    private static List<Float> numbers(String line) {
        return Stream.of(line.split(",", -1)).map(Float::valueOf).toList();
    }

    private static String path(String rest) {
        return "/api/v1/search-jobs/" + job.getString("id") + rest;
    }
}
