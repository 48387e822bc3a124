package io.thresher.server.searchjob;

import static io.restassured.RestAssured.given;
import static io.thresher.job.JournalContract.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.thresher.data.Task;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.split.Validation;
import io.thresher.job.Budget;
import io.thresher.job.EndReason;
import io.thresher.job.JobEnd;
import io.thresher.job.JournalContract;
import io.thresher.job.SearchJob;
import io.thresher.server.DataFolder;
import io.thresher.server.searchjob.ModelRegistration.Found;
import io.thresher.space.SearchSpaceYaml;
import io.thresher.trial.Cost;
import io.thresher.trial.DataPlan;
import io.thresher.trial.FailureReason;
import io.thresher.trial.Footprint;
import io.thresher.trial.Limits;
import io.thresher.trial.Objective;
import io.thresher.trial.TrialOutcome.Failed;
import io.thresher.trial.TrialOutcome.Succeeded;
import io.thresher.worker.protocol.Wire;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a user may have delivered instead of what the search chose; on every database. */
abstract class DeliveryContract {
    @Inject
    JobRows rows;

    @Inject
    StoredJournal journal;

    @Inject
    ModelRegistration registration;

    @Inject
    SearchJobRepository repository;

    @Inject
    DataFolder folder;

    private String dataset;
    private SearchJob job;

    @BeforeEach
    void a_search_that_chose_trial_0_and_has_a_faster_one_and_one_over_a_limit() throws IOException {
        dataset = given().multiPart(
                        "file", "flats.csv", "rooms,sold\n1,no\n2,yes\n3,no\n4,yes\n".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/datasets")
                .jsonPath()
                .getString("id");
        job = new SearchJob(
                UUID.randomUUID().toString(),
                new DataPlan(dataset, "sold", RepairRecipe.NONE, new Validation.KFold(2), 0),
                new Objective(
                        Task.BINARY, Objective.of(Task.BINARY).metric(), new Limits(Map.of(Cost.MODEL_SIZE, 1000.0))),
                new Budget(Optional.empty(), Optional.of(10)),
                SearchSpaceYaml.parse("baseline", JournalContract.SPACE),
                42,
                1);
        rows.add(job);
        journal.started(job.id());
        succeeded(0, 0.9, 800, 900);
        succeeded(1, 0.8, 20, 300);
        succeeded(2, 0.95, 900, 5000);
        journal.queued(job.id(), plan(3));
        journal.ended(job.id(), 3, new Failed(FailureReason.CRASHED, "it crashed", 0));
        registration.register(job, new Found(0, "xgboost", 0.9, file(0)), model -> {
            repository.setDelivered(job.id(), CHOSEN);
            repository.setModel(job.id(), model.name(), model.version());
        });
        journal.ended(job.id(), JobEnd.with(EndReason.TRIALS_USED_UP, 0));
    }

    private static final String CHOSEN = "{\"kind\": \"single\", \"members\": [{\"trial\": 0, \"family\": \"xgboost\","
            + " \"weight\": 1}], \"temperature\": 1, \"cvScore\": 0.9, \"correctedScore\":"
            + " {\"estimate\": 0.89, \"low\": 0.8, \"high\": 0.95, \"confidence\": 0.95}}";

    @Test
    void a_trial_that_a_user_picked_is_delivered_with_its_own_score_until_that_is_taken_back() {
        JsonPath picked = put(1, 200);

        assertThat(picked.getInt("delivered.members[0].trial")).isEqualTo(1);
        assertThat(picked.getBoolean("delivered.pickedByHand")).isTrue();
        assertThat(picked.getDouble("delivered.cvScore")).isEqualTo(0.8);
        assertThat(picked.getLong("delivered.costs.modelBytes")).isEqualTo(300);
        assertThat(picked.getMap("delivered.correctedScore")).isNull();
        assertThat(picked.getInt("best.trial")).isZero();
        assertThat(picked.getDouble("chosenBySearch.delivered.correctedScore.estimate"))
                .isEqualTo(0.89);
        assertThat(export(picked)).isEqualTo("model 1");
        assertThat(get().getMap("delivered")).isEqualTo(picked.getMap("delivered"));

        JsonPath back = given().delete(path() + "/delivery")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(back.getInt("delivered.members[0].trial")).isZero();
        assertThat(back.getBoolean("delivered.pickedByHand")).isFalse();
        assertThat(back.getMap("chosenBySearch")).isNull();
        assertThat(export(back)).isEqualTo("model 0");
    }

    @Test
    void asked_for_twice_it_is_one_version_and_what_the_search_chose_keeps_its_corrected_score() {
        JsonPath first = put(1, 200);
        JsonPath second = put(1, 200);
        JsonPath chosen = put(0, 200);

        assertThat(second.getInt("model.version")).isEqualTo(first.getInt("model.version"));
        assertThat(chosen.getInt("model.version")).isEqualTo(chosen.getInt("chosenBySearch.model.version"));
        assertThat(chosen.getDouble("delivered.correctedScore.estimate")).isEqualTo(0.89);
        assertThat(chosen.getBoolean("delivered.pickedByHand")).isTrue();
    }

    @Test
    void a_pick_stands_when_its_trial_is_dropped_and_the_search_delivers_anew() throws IOException {
        put(1, 200);
        Files.delete(file(1));
        journal.reopened(job.id());
        registration.register(
                job,
                new Found(0, "xgboost", 0.91, file(0)),
                model -> repository.setModel(job.id(), model.name(), model.version()));
        journal.ended(job.id(), JobEnd.with(EndReason.TRIALS_USED_UP, 0));

        assertThat(get().getBoolean("delivered.pickedByHand")).isTrue();
        assertThat(export(get())).isEqualTo("model 1");
    }

    @Test
    void a_trial_over_a_limit_is_refused_with_figure_and_limit() {
        assertThat(put(2, 400).getString("errors[0].message"))
                .isEqualTo("trial 2 is over the limits of the job: modelBytes 5000, at most 1000");
        assertThat(get().getBoolean("delivered.pickedByHand")).isFalse();
    }

    @Test
    void a_trial_without_a_model_is_refused_and_says_why() throws IOException {
        assertThat(put(3, 400).getString("errors[0].message"))
                .contains("FAILED")
                .contains("SUCCEEDED");
        assertThat(put(17, 400).getString("errors[0].message"))
                .contains("no trial 17")
                .contains("has 4");
        assertThat(send("{}").then().statusCode(400).extract().jsonPath().getString("errors[0].pointer"))
                .isEqualTo("/trial");

        Files.delete(file(1));

        assertThat(put(1, 409).getString("detail"))
                .contains("was not kept")
                .contains("those of trials 0 (xgboost).")
                .contains("search again");
        JsonPath board = given().get(path() + "/leaderboard").jsonPath();
        assertThat(board.getList("items.trial")).containsExactly(0, 1, 2);
        assertThat(board.getList("items.modelKept")).containsExactly(true, false, true);
    }

    private void succeeded(int number, double score, double micros, long bytes) throws IOException {
        Files.createDirectories(file(number).getParent());
        Files.writeString(file(number), "model " + number);
        journal.queued(job.id(), plan(number));
        Footprint model = new Footprint(micros, micros, bytes, OptionalLong.empty());
        journal.ended(job.id(), number, new Succeeded(score, List.of(score), 1, model));
    }

    private Path file(int trial) {
        return folder.trialFile(job.id(), trial, Wire.MODEL);
    }

    private String path() {
        return "/api/v1/search-jobs/" + job.id();
    }

    private JsonPath get() {
        return given().get(path()).then().statusCode(200).extract().jsonPath();
    }

    private JsonPath put(int trial, int status) {
        return send("{\"trial\": %d}".formatted(trial))
                .then()
                .statusCode(status)
                .extract()
                .jsonPath();
    }

    private Response send(String body) {
        return given().contentType(ContentType.JSON).body(body).put(path() + "/delivery");
    }

    private static String export(JsonPath shown) {
        return given().get("/api/v1/models/%s/versions/%d/export"
                        .formatted(shown.getString("model.name"), shown.getInt("model.version")))
                .asString();
    }
}
