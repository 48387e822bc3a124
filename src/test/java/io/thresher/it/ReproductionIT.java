package io.thresher.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.thresher.data.SampleTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same seed gives the same leaderboard and the same file, whatever happens to the processes. */
class ReproductionIT {
    private static final int TRIALS = 7;
    private static final String SPACE = """
            families:
              xgboost:
                rounds:       {type: integer, low: 20, high: 80, default: 40}
                learningRate: {type: real, low: 0.05, high: 0.3, log: true, default: 0.1}
                maxDepth:     {type: integer, low: 2, high: 6, default: 4}
              forest:
                trees: {type: integer, low: 10, high: 40, default: 20}
            """;

    @TempDir
    Path folder;

    /** What must be the same, to the last bit. */
    private record Result(List<Object> trials, List<Object> configurations, List<Object> scores, String model) {}

    @Test
    void one_worker_or_two_killed_paused_and_replayed() throws IOException, NoSuchAlgorithmException {
        Result one;
        Result replayed;
        try (PackagedThresher thresher = PackagedThresher.start(Files.createDirectory(folder.resolve("one")), 1)) {
            SearchClient client = new SearchClient(thresher);
            String job = submit(client);
            one = result(client, client.awaitEnd(job));
            replayed = result(client, client.awaitEnd(act(client, job, "replay")));
        }
        assertThat(replayed).isEqualTo(one);

        Path home = Files.createDirectory(folder.resolve("two"));
        String job;
        try (PackagedThresher thresher = PackagedThresher.start(home, 2)) {
            SearchClient client = new SearchClient(thresher);
            job = submit(client);
            awaitTrials(client, job, 2);
            act(client, job, "pause");
            await().atMost(SearchClient.PATIENCE)
                    .until(() -> client.job(job).getString("state").equals("PAUSED"));
            act(client, job, "resume");
            awaitTrials(client, job, 4);
            thresher.kill();
        }
        try (PackagedThresher thresher = PackagedThresher.start(home, 2)) {
            SearchClient client = new SearchClient(thresher);
            assertThat(result(client, client.awaitEnd(job))).isEqualTo(one);
        }
    }

    private String submit(SearchClient client) throws IOException {
        return client.submit(Map.of(
                "dataset",
                client.uploadSample(folder, 800),
                "target",
                SampleTable.TARGET,
                "budget",
                Map.of("trials", TRIALS),
                "searchSpace",
                SPACE,
                "seed",
                11));
    }

    private static void awaitTrials(SearchClient client, String job, int count) {
        await().atMost(SearchClient.PATIENCE)
                .until(() ->
                        client.job(job).getInt("trials.total") - client.job(job).getInt("trials.running") >= count);
    }

    /** Asks something of a job; the id of the job that it comes to. */
    private static String act(SearchClient client, String job, String action) {
        Response response = client.request().post("/api/v1/search-jobs/%s/%s".formatted(job, action));
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(202);
        return response.jsonPath().getString("id");
    }

    private static Result result(SearchClient client, JsonPath job) throws NoSuchAlgorithmException {
        assertThat(job.getString("state")).as(job.prettify()).isEqualTo("SUCCEEDED");
        JsonPath board = client.get("/api/v1/search-jobs/%s/leaderboard".formatted(job.getString("id")));
        byte[] model = client.request()
                .get(SearchClient.model(job) + "/export?format=onnx")
                .asByteArray();
        return new Result(
                board.getList("items.trial"),
                board.getList("items.configuration"),
                board.getList("items.score"),
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(model)));
    }
}
