package io.thresher.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.thresher.data.SampleTable;
import io.thresher.seed.Seed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What users of the REST interface do, against a service that runs as a process. */
record SearchClient(PackagedThresher thresher) {
    static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Set<String> ENDED = Set.of("SUCCEEDED", "FAILED", "CANCELLED");

    RequestSpecification request() {
        return given().baseUri(thresher.url("/")).urlEncodingEnabled(false);
    }

    JsonPath get(String path) {
        Response response = request().get(path);
        assertThat(response.statusCode())
                .as("%s: %s", path, response.asString())
                .isEqualTo(200);
        return response.jsonPath();
    }

    /** Uploads the sample table; the id of the dataset. */
    String uploadSample(Path folder, int rows) throws IOException {
        Path file = folder.resolve("sample-%d.csv".formatted(rows));
        SampleTable.write(file, rows, new Seed(7));
        return upload(file);
    }

    /** Uploads a table; the id of the dataset. */
    String upload(Path file) {
        Response response = request().multiPart("file", file.toFile()).post("/api/v1/datasets");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        return response.jsonPath().getString("id");
    }

    /** Creates what is to be created; the answer. */
    JsonPath post(String path, Map<String, Object> body) {
        Response response = request().contentType("application/json").body(body).post(path);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        return response.jsonPath();
    }

    /** Submits a job; its id. */
    String submit(Map<String, Object> job) {
        Response response = request().contentType("application/json").body(job).post("/api/v1/search-jobs");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(202);
        String id = response.jsonPath().getString("id");
        assertThat(response.header("Location")).endsWith("/api/v1/search-jobs/" + id);
        return id;
    }

    JsonPath job(String id) {
        return get("/api/v1/search-jobs/" + id);
    }

    /** The trials of a job in that state, by number. */
    List<Map<String, Object>> trials(String job, String state) {
        return get("/api/v1/search-jobs/%s/trials?state=%s&pageSize=1000".formatted(job, state))
                .getList("items");
    }

    /** The job once it has ended, however it ended. */
    JsonPath awaitEnd(String id) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> job(id), job -> ENDED.contains(job.getString("state")));
    }

    /** Predictions as lines, the header first. */
    List<String> predict(JsonPath job, String csv) {
        Response response = request().contentType("text/csv").body(csv).post(model(job) + "/predict");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response.asString().lines().toList();
    }

    /** Address of the model that a job delivered. */
    static String model(JsonPath job) {
        return "/api/v1/models/%s/versions/%d".formatted(job.getString("model.name"), job.getInt("model.version"));
    }
}
