package io.thresher.server.searchjob;

import static io.restassured.RestAssured.given;
import static io.thresher.job.JournalContract.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.thresher.data.Task;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.split.Validation;
import io.thresher.job.Budget;
import io.thresher.job.EndReason;
import io.thresher.job.JobEnd;
import io.thresher.job.JobState;
import io.thresher.job.SearchJob;
import io.thresher.model.Constraints;
import io.thresher.model.Direction;
import io.thresher.space.SearchSpaceYaml;
import io.thresher.trial.Cost;
import io.thresher.trial.DataPlan;
import io.thresher.trial.FailureReason;
import io.thresher.trial.Footprint;
import io.thresher.trial.Limits;
import io.thresher.trial.Measurement;
import io.thresher.trial.Objective;
import io.thresher.trial.TrialOutcome.Failed;
import io.thresher.trial.TrialOutcome.Succeeded;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SearchJobResourceTest extends StoredJournalContract {

    private static final Limits LIMITS = new Limits(Map.of(Cost.ONE_ROW, 99.5, Cost.MODEL_SIZE, 1000.0));

    @Inject
    StoredJobs storedJobs;

    @Test
    void constraints_and_the_families_they_leave_out_outlive_the_process() {
        String yaml = "families:\n  xgboost: {}\n  neural: {}\n";
        Constraints constraints = new Constraints(
                Map.of("age", Direction.INCREASING, "debt", Direction.DECREASING), List.of(List.of("age", "debt")));
        SearchJob job = new SearchJob(
                UUID.randomUUID().toString(),
                new DataPlan(
                        "0123456789abcdef01234567",
                        "target",
                        RepairRecipe.NONE,
                        new Validation.KFold(5),
                        0,
                        constraints),
                Objective.of(Task.BINARY),
                new Budget(Optional.empty(), Optional.of(10)),
                SearchSpaceYaml.parse("two", yaml).only(List.of("xgboost")).orElseThrow(),
                42,
                2);
        rows.add(job, yaml);

        JsonPath shown = get("/api/v1/search-jobs/" + job.id());

        assertThat(shown.getString("constraints.monotone.age")).isEqualTo("increasing");
        assertThat(shown.getString("constraints.monotone.debt")).isEqualTo("decreasing");
        assertThat(shown.getString("constraints.interactions[0][1]")).isEqualTo("debt");
        assertThat(shown.getList("constraints.familiesLeftOut")).containsExactly("neural");
        assertThat(storedJobs.in(List.of(JobState.QUEUED))).contains(job);
        assertThat(jobs.one(job.id()).constraints().orElseThrow().summary())
                .contains("never falls as age grows")
                .contains("cannot keep to that: neural");
    }

    @Test
    void shows_the_counts_and_the_best_trial_of_a_running_job() {
        String job = jobWithScores(0.7, 0.9, 0.8);

        JsonPath shown = get("/api/v1/search-jobs/" + job);

        assertThat(shown.getString("state")).isEqualTo("RUNNING");
        assertThat(shown.getString("budget.time")).isEqualTo("PT1M");
        assertThat(shown.getString("task")).isEqualTo("binary");
        assertThat(shown.getString("metric")).isEqualTo("roc_auc");
        assertThat(shown.getInt("trials.total")).isEqualTo(3);
        assertThat(shown.getInt("trials.succeeded")).isEqualTo(3);
        assertThat(shown.getInt("best.trial")).isEqualTo(1);
        assertThat(shown.getDouble("best.score")).isEqualTo(0.9);
    }

    @Test
    void shows_the_delivered_trial_and_the_error_of_a_job_that_ended() {
        String job = jobWithScores(0.7, 0.9);
        journal().ended(job, new JobEnd(JobState.FAILED, EndReason.FAILED, Optional.of(0), Optional.of("disk full")));

        JsonPath shown = get("/api/v1/search-jobs/" + job);

        assertThat(shown.getInt("best.trial")).isZero();
        assertThat(shown.getString("error")).isEqualTo("disk full");
        assertThat(shown.getString("endReason")).isEqualTo("FAILED");
        assertThat(shown.getString("endedAt")).isNotNull();

        journal().reopened(job);
        assertThat(get("/api/v1/search-jobs/" + job).getString("endReason")).isNull();
    }

    @Test
    void lists_jobs_newest_first_page_by_page() {
        String older = newJob();
        String newer = newJob();

        JsonPath first = get("/api/v1/search-jobs?pageSize=1");
        JsonPath second = get("/api/v1/search-jobs?pageSize=1&pageToken=" + first.getString("nextPageToken"));

        assertThat(first.getString("items[0].id")).isEqualTo(newer);
        assertThat(second.getString("items[0].id")).isEqualTo(older);
    }

    @Test
    void a_job_that_is_not_there_is_a_problem() {
        for (String path : List.of("", "/leaderboard", "/trials", "/trials/0")) {
            problem("/api/v1/search-jobs/nobody" + path, 404);
        }
    }

    @Test
    void ranks_trials_over_pages_best_first() {
        String job = jobWithScores(0.5, 0.9, 0.7, 0.9, 0.6);
        List<Integer> trials = new ArrayList<>();
        List<Integer> ranks = new ArrayList<>();

        String url = "/api/v1/search-jobs/" + job + "/leaderboard?pageSize=2";
        Optional<String> token = Optional.of("");
        while (token.isPresent()) {
            JsonPath page = get(token.get().isEmpty() ? url : url + "&pageToken=" + token.get());
            trials.addAll(page.getList("items.trial", Integer.class));
            ranks.addAll(page.getList("items.rank", Integer.class));
            token = Optional.ofNullable(page.getString("nextPageToken"));
        }

        assertThat(trials).containsExactly(1, 3, 2, 4, 0);
        assertThat(ranks).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void what_keeps_to_the_limits_ranks_before_the_rest_and_alone_can_be_the_best() {
        String job = limitedJob(Optional.of(List.of("baseline")));
        ended(job, 0, 0.9, 100, 2000);
        ended(job, 1, 0.7, 99.5, 1000);
        ended(job, 2, 0.8, 900, 500);

        JsonPath board = get("/api/v1/search-jobs/" + job + "/leaderboard");
        JsonPath shown = get("/api/v1/search-jobs/" + job);

        assertThat(board.getList("items.trial")).containsExactly(1, 2, 0);
        assertThat(board.getList("items[0].missedLimits")).isEmpty();
        assertThat(board.getList("items[1].missedLimits")).containsExactly("predictMicrosOneRow");
        assertThat(board.getList("items[2].missedLimits")).containsExactly("predictMicrosOneRow", "modelBytes");
        assertThat(board.getList("items.paretoOptimal")).containsExactly(true, false, false);
        assertThat(shown.getInt("best.trial")).isEqualTo(1);
        assertThat(shown.getDouble("limits.predictMicrosOneRow")).isEqualTo(99.5);
        assertThat(shown.getLong("limits.modelBytes")).isEqualTo(1000);
        assertThat(shown.getString("limits.trainPeakBytes")).isNull();
        assertThat(shown.getList("families")).containsExactly("baseline");
        assertThat(storedJobs.job(job).objective().limits()).isEqualTo(LIMITS);
        assertThat(get("/api/v1/search-jobs/" + job + "/leaderboard?pageSize=1&pageToken="
                                + get("/api/v1/search-jobs/" + job + "/leaderboard?pageSize=2")
                                        .getString("nextPageToken"))
                        .getInt("items[0].trial"))
                .isZero();
    }

    @Test
    void the_front_is_what_no_other_beats_in_score_latency_and_size_at_once() {
        String job = newJob();
        journal().started(job);
        ended(job, 0, 0.7, 100, 1000);
        ended(job, 1, 0.9, 500, 9000);
        ended(job, 2, 0.8, 500, 9000);
        ended(job, 3, 0.6, 50, 1000);
        // As fast as trial 3 but for noise, and no better.
        ended(job, 4, 0.55, 49.5, 1000);
        assertThat(front(job)).containsExactly(1, 0, 3);

        ended(job, 5, 0.95, 100, 1000);
        JsonPath front = get("/api/v1/search-jobs/" + job + "/leaderboard?pareto=true");

        assertThat(front.getList("items.trial")).containsExactly(5, 3);
        assertThat(front.getList("items.rank")).containsExactly(1, 5);
        assertThat(get("/api/v1/search-jobs/" + job + "/leaderboard?pareto=true&pageSize=1&pageToken="
                                + get("/api/v1/search-jobs/" + job + "/leaderboard?pareto=true&pageSize=1")
                                        .getString("nextPageToken"))
                        .getList("items.trial"))
                .containsExactly(3);
        assertThat(get("/api/v1/search-jobs/" + job + "/trials/1").getBoolean("paretoOptimal"))
                .isFalse();
        assertThat(problem("/api/v1/search-jobs/" + job + "/leaderboard?pareto=maybe", 400)
                        .getString("errors[0].message"))
                .contains("true or false");
    }

    @Test
    void a_replay_keeps_to_the_limits_and_families_of_its_original() {
        String job = limitedJob(Optional.of(List.of("baseline")));
        journal().queued(job, plan(0));

        SearchJob replay = storedJobs.addReplay(job, UUID.randomUUID().toString(), 1, Instant.now());

        assertThat(replay.objective().limits()).isEqualTo(LIMITS);
        assertThat(get("/api/v1/search-jobs/" + replay.id()).getList("families"))
                .containsExactly("baseline");
    }

    private List<Integer> front(String job) {
        return get("/api/v1/search-jobs/" + job + "/leaderboard?pareto=true").getList("items.trial");
    }

    private String limitedJob(Optional<List<String>> families) {
        SearchJob any = storedJobs.job(newJob());
        SearchJob job = new SearchJob(
                UUID.randomUUID().toString(),
                any.data(),
                any.objective().within(LIMITS),
                any.budget(),
                any.space(),
                any.seed(),
                any.parallelism());
        rows.add(job, families);
        journal().started(job.id());
        return job.id();
    }

    private void ended(String job, int number, double score, double microsOneRow, long modelBytes) {
        journal().queued(job, plan(number));
        journal()
                .ended(
                        job,
                        number,
                        new Succeeded(
                                score,
                                List.of(score),
                                1.5,
                                new Footprint(microsOneRow, 1, modelBytes, OptionalLong.empty())));
    }

    @Test
    void a_row_of_the_leaderboard_tells_all_that_was_measured() {
        String job = jobWithScores(0.9);

        JsonPath row = get("/api/v1/search-jobs/" + job + "/leaderboard");

        assertThat(row.getString("items[0].family")).isEqualTo("xgboost");
        assertThat(row.getDouble("items[0].score")).isEqualTo(0.9);
        assertThat(row.getDouble("items[0].trainSeconds")).isEqualTo(1.5);
        assertThat(row.getDouble("items[0].predictMicrosPerRow")).isEqualTo(3.25);
        assertThat(row.getDouble("items[0].predictMicrosOneRow")).isEqualTo(17.5);
        assertThat(row.getLong("items[0].modelBytes")).isEqualTo(123_456_789_012L);
        assertThat(row.getLong("items[0].trainPeakBytes")).isEqualTo(987_654_321_098L);
        assertThat(row.getList("items[0].missedLimits")).isEmpty();
        assertThat(row.getBoolean("items[0].paretoOptimal")).isTrue();
        assertThat(row.getInt("items[0].configuration.maxDepth")).isEqualTo(6);
        assertThat(row.getString("nextPageToken")).isNull();
    }

    @Test
    void a_trial_tells_its_reason_and_its_measurements() {
        String job = newJob();
        journal().queued(job, plan(0));
        journal().running(job, 0, "worker-1");
        journal().measured(job, 0, new Measurement(0, 1, OptionalDouble.of(0.4), 0.5));
        journal().ended(job, 0, new Failed(FailureReason.TIMEOUT, "longer than PT10M"));

        JsonPath trial = get("/api/v1/search-jobs/" + job + "/trials/0");

        assertThat(trial.getString("state")).isEqualTo("FAILED");
        assertThat(trial.getString("reason")).isEqualTo("TIMEOUT");
        assertThat(trial.getString("message")).isEqualTo("longer than PT10M");
        assertThat(trial.getDouble("measurements[0].validationLoss")).isEqualTo(0.5);
        assertThat(trial.getDouble("measurements[0].trainingLoss")).isEqualTo(0.4);
        problem("/api/v1/search-jobs/" + job + "/trials/1", 404);
    }

    @Test
    void lists_trials_of_one_state() {
        String job = jobWithScores(0.9);
        journal().queued(job, plan(1));

        String url = "/api/v1/search-jobs/" + job + "/trials";

        assertThat(get(url).getList("items.trial")).containsExactly(0, 1);
        assertThat(get(url + "?state=QUEUED").getList("items.trial")).containsExactly(1);
        assertThat(problem(url + "?state=DONE", 400).getString("errors[0].message"))
                .contains("SUCCEEDED")
                .contains("DONE");
    }

    @Test
    void refuses_page_parameters_that_make_no_sense_all_at_once() {
        JsonPath problem = problem("/api/v1/search-jobs?pageSize=0&pageToken=!!", 400);

        assertThat(problem.getList("errors.parameter")).containsExactly("pageSize", "pageToken");
    }

    @Test
    void refuses_the_page_token_of_another_list() {
        newJob();
        newJob();
        String token = get("/api/v1/search-jobs?pageSize=1").getString("nextPageToken");

        problem("/api/v1/search-jobs/" + jobWithScores(0.9) + "/leaderboard?pageToken=" + token, 400);
    }

    private String jobWithScores(double... scores) {
        String job = newJob();
        journal().started(job);
        for (int number = 0; number < scores.length; number++) {
            journal().queued(job, plan(number));
            journal().ended(job, number, new Succeeded(scores[number], List.of(scores[number]), 1.5, FOOTPRINT));
        }
        return job;
    }

    private static JsonPath get(String url) {
        return given().get(url).then().statusCode(200).extract().jsonPath();
    }

    private static JsonPath problem(String url, int status) {
        return given().get(url)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .extract()
                .jsonPath();
    }
}
