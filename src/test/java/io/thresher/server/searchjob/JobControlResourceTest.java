package io.thresher.server.searchjob;

import static io.restassured.RestAssured.given;
import static io.thresher.job.JournalContract.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.thresher.job.EndReason;
import io.thresher.job.JobEnd;
import io.thresher.job.JobState;
import io.thresher.trial.TrialOutcome.Succeeded;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs here are stored, but nothing drives them. */
@QuarkusTest
class JobControlResourceTest extends StoredJournalContract {

    @Test
    void a_job_that_waits_is_paused_at_once_and_as_often_as_asked() {
        String job = newJob();

        assertThat(post(job, "pause", 202).getString("state")).isEqualTo("PAUSED");
        assertThat(post(job, "pause", 202).getString("state")).isEqualTo("PAUSED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "resume"})
    void a_job_that_has_ended_says_in_which_state_it_is(String action) {
        assertThat(post(ended(), action, 409).getString("detail")).contains("SUCCEEDED");
    }

    @Test
    void cancelling_a_job_that_has_ended_changes_nothing() {
        assertThat(post(ended(), "cancel", 202).getString("state")).isEqualTo("SUCCEEDED");
    }

    @Test
    void a_trial_is_asked_for_once_and_cancelled_once() {
        String job = paused();
        Map<String, Object> trial = Map.of("family", "baseline");

        Response first = send(job, "trials", trial);
        Response again = send(job, "trials", trial);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Location")).endsWith("/api/v1/search-jobs/" + job + "/trials/0");
        assertThat(first.jsonPath().getBoolean("requested")).isTrue();
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.jsonPath().getInt("trial")).isZero();

        assertThat(post(job, "trials/0/cancel", 200).getString("state")).isEqualTo("CANCELLED");
        assertThat(post(job, "trials/0/cancel", 200).getString("state")).isEqualTo("CANCELLED");
        assertThat(post(job, "trials/1/cancel", 404).getString("detail")).contains("'1'");
        assertThat(send(job, "trials", trial).jsonPath().getInt("trial")).isEqualTo(1);
    }

    @Test
    void a_trial_that_has_ended_is_not_cancelled() {
        assertThat(post(ended(), "trials/0/cancel", 409).getString("detail")).contains("SUCCEEDED");
    }

    @Test
    void everything_that_is_wrong_with_a_trial_is_named() {
        String job = paused();

        JsonPath family = send(job, "trials", Map.of("family", "forest")).jsonPath();
        JsonPath values = send(job, "trials", Map.of("family", "baseline", "configuration", Map.of("a", 1, "b", "x")))
                .jsonPath();

        assertThat(family.getString("errors[0].pointer")).isEqualTo("/family");
        assertThat(values.getList("errors.pointer")).containsExactlyInAnyOrder("/configuration/a", "/configuration/b");
        assertThat(journal().trials(job)).isEmpty();
    }

    @Test
    void a_trial_is_asked_for_as_a_text_and_what_is_wrong_with_it_has_a_line() {
        String job = paused();

        Response taken = send(job, "trials", Map.of("yaml", "family: baseline\n"));
        JsonPath faults = send(job, "trials", Map.of("yaml", "family: baseline\n\nb: x\n"))
                .jsonPath();
        JsonPath family =
                send(job, "trials", Map.of("yaml", "# mine\nfamily: forest\n")).jsonPath();
        JsonPath broken = send(job, "trials", Map.of("yaml", "family: [\n")).jsonPath();

        assertThat(taken.statusCode()).isEqualTo(201);
        assertThat(faults.getList("errors.pointer")).containsExactly("/yaml");
        assertThat(faults.getString("errors[0].message")).startsWith("line 3, b: ");
        assertThat(family.getString("errors[0].message"))
                .startsWith("line 2, family: ")
                .contains("baseline");
        assertThat(broken.getString("errors[0].message")).startsWith("line ");
    }

    @Test
    void the_space_of_a_job_can_be_read_and_sent_back_as_it_is() {
        String job = paused();

        String text = given().get("/api/v1/search-jobs/%s/space".formatted(job))
                .jsonPath()
                .getString("text");

        assertThat(text).isEqualTo("families:\n  baseline: {}\n");
        assertThat(narrow(job, text).statusCode()).isEqualTo(202);
    }

    @Test
    void a_trial_asked_of_a_job_that_has_ended_is_refused() {
        Response refused = send(ended(), "trials", Map.of("family", "baseline"));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("detail")).contains("SUCCEEDED");
    }

    @Test
    void a_budget_grows_and_never_shrinks() {
        String job = paused();

        JsonPath less = send(job, "extend", Map.of("budget", Map.of("time", 30, "trials", 9)))
                .jsonPath();
        Response more = send(job, "extend", Map.of("budget", Map.of("time", "PT120S", "trials", 20)));

        assertThat(less.getList("errors.pointer")).containsExactlyInAnyOrder("/budget/time", "/budget/trials");
        assertThat(more.statusCode()).isEqualTo(202);
        assertThat(more.jsonPath().getString("budget.time")).isEqualTo("PT2M");
        assertThat(more.jsonPath().getInt("budget.trials")).isEqualTo(20);
        assertThat(more.jsonPath().getString("state")).isEqualTo("PAUSED");
    }

    @Test
    void a_space_is_narrowed_only_to_what_lies_within_it() {
        String job = paused();

        Response wider = narrow(job, "families:\n  baseline: {}\n  xgboost: {}\n");
        Response same = narrow(job, "families:\n  baseline: {}\n");

        assertThat(wider.statusCode()).isEqualTo(400);
        assertThat(wider.jsonPath().getString("errors[0].message")).contains("xgboost");
        assertThat(same.statusCode()).isEqualTo(202);
        assertThat(narrow(ended(), "families:\n  baseline: {}\n").statusCode()).isEqualTo(409);
    }

    @Test
    void only_a_job_that_has_ended_is_replayed() {
        assertThat(post(paused(), "replay", 409).getString("detail")).contains("PAUSED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "resume", "cancel", "replay", "trials/0/cancel"})
    void a_job_that_is_not_there_is_a_problem(String action) {
        assertThat(post("nobody", action, 404).getString("detail")).contains("nobody");
    }

    private String paused() {
        String job = newJob();
        change(job, JobState::pause);
        return job;
    }

    private String ended() {
        String job = newJob();
        journal().started(job);
        journal().queued(job, plan(0));
        journal().ended(job, 0, new Succeeded(0.7, List.of(0.7), 1.5, FOOTPRINT));
        journal().ended(job, JobEnd.with(EndReason.TIME_USED_UP, 0));
        return job;
    }

    private static JsonPath post(String job, String action, int status) {
        return given().post("/api/v1/search-jobs/%s/%s".formatted(job, action))
                .then()
                .statusCode(status)
                .extract()
                .jsonPath();
    }

    private static Response send(String job, String action, Map<String, Object> body) {
        return given().contentType("application/json")
                .body(body)
                .post("/api/v1/search-jobs/%s/%s".formatted(job, action));
    }

    private static Response narrow(String job, String yaml) {
        return given().contentType("application/json")
                .body(Map.of("searchSpace", yaml))
                .patch("/api/v1/search-jobs/%s/space".formatted(job));
    }
}
