package io.thresher.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.thresher.data.SampleTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that was finished is lost, whichever process is killed. */
class RestartIT {
    /** Trials of a second or so, so that a process can be killed in the middle of one. */
    private static final String SLOW = """
            families:
              xgboost:
                rounds:       {type: integer, low: 150, high: 250, default: 200}
                learningRate: {type: real, low: 0.02, high: 0.05, log: true, default: 0.03}
                maxDepth:     {type: integer, low: 6, high: 8, default: 7}
            """;

    private static final String ROWS = """
            customer,plan,city,months,monthly_fee,calls,paperless,satisfaction,lucky_number
            C90001,basic,Bern,2,14.5,9,no,1,7
            """;

    private static final int TRIALS = 5;

    @TempDir
    Path folder;

    @Test
    void a_service_that_was_killed_goes_on_with_its_job_where_it_stood() throws IOException {
        String job;
        List<Map<String, Object>> finished;
        List<ProcessHandle> workers;
        try (PackagedThresher thresher = PackagedThresher.start(folder)) {
            SearchClient client = new SearchClient(thresher);
            job = submit(client);
            await().atMost(SearchClient.PATIENCE)
                    .until(() -> client.trials(job, "SUCCEEDED").size() >= 2);
            finished = client.trials(job, "SUCCEEDED");
            workers = thresher.workers();
            thresher.kill();
        }
        assertThat(finished).as("the job was still under way").hasSizeLessThan(TRIALS);
        assertThat(workers).isNotEmpty();
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(workers).noneMatch(PackagedThresher::lives));

        try (PackagedThresher thresher = PackagedThresher.start(folder)) {
            SearchClient client = new SearchClient(thresher);
            JsonPath ended = client.awaitEnd(job);

            assertThat(ended.getString("state")).as(ended.prettify()).isEqualTo("SUCCEEDED");
            assertThat(ended.getInt("trials.total")).isEqualTo(TRIALS);
            assertThat(ended.getInt("trials.succeeded")).isEqualTo(TRIALS);
            assertThat(client.trials(job, "SUCCEEDED")).containsAll(finished);
            assertThat(client.predict(ended, ROWS)).hasSize(2);
        }
    }

    @Test
    void a_trial_whose_worker_was_killed_has_crashed_and_the_job_goes_on() throws IOException {
        try (PackagedThresher thresher = PackagedThresher.start(folder)) {
            SearchClient client = new SearchClient(thresher);
            String job = submit(client);
            await().atMost(SearchClient.PATIENCE)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> !client.trials(job, "RUNNING").isEmpty());
            ProcessHandle worker = thresher.workers().get(0);
            worker.destroyForcibly();

            JsonPath ended = client.awaitEnd(job);

            assertThat(ended.getString("state")).as(ended.prettify()).isEqualTo("SUCCEEDED");
            assertThat(ended.getInt("trials.total")).isEqualTo(TRIALS);
            assertThat(client.trials(job, "FAILED"))
                    .singleElement()
                    .satisfies(trial -> assertThat(trial).containsEntry("reason", "CRASHED"));
            assertThat(ended.getInt("trials.succeeded")).isEqualTo(TRIALS - 1);
            assertThat(thresher.workers()).doesNotContain(worker).hasSize(1);
            assertThat(client.predict(ended, ROWS)).hasSize(2);
        }
    }

    private String submit(SearchClient client) throws IOException {
        return client.submit(Map.of(
                "dataset",
                client.uploadSample(folder, 1000),
                "target",
                SampleTable.TARGET,
                "budget",
                Map.of("trials", TRIALS),
                "searchSpace",
                SLOW,
                "seed",
                5));
    }
}
