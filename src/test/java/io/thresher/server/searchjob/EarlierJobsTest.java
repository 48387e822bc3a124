package io.thresher.server.searchjob;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.thresher.data.MetaFeatures;
import io.thresher.data.Task;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.split.Validation;
import io.thresher.job.Budget;
import io.thresher.job.EndReason;
import io.thresher.job.JobEnd;
import io.thresher.job.JournalContract;
import io.thresher.job.PlannedTrial;
import io.thresher.job.SearchJob;
import io.thresher.job.WarmStart;
import io.thresher.space.Configuration;
import io.thresher.space.SearchSpaceYaml;
import io.thresher.space.Trait;
import io.thresher.trial.DataPlan;
import io.thresher.trial.Objective;
import io.thresher.trial.TrialOutcome.Succeeded;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EarlierJobsTest {
    private static final String SPACE = """
            families:
              xgboost:
                maxDepth: {type: integer, low: 2, high: 11, default: 6}
              linear:
                cost: {type: real, low: 0.1, high: 10, log: true, default: 1}
            """;
    private static final Configuration DEEP = new Configuration("xgboost", Map.of("maxDepth", 9));
    private static final Configuration SHALLOW = new Configuration("xgboost", Map.of("maxDepth", 2));
    private static final Configuration LINEAR = new Configuration("linear", Map.of("cost", 2.0));

    @Inject
    EarlierJobs earlier;

    @Inject
    StoredJobs stored;

    @Inject
    StoredJournal journal;

    @Inject
    JobRows rows;

    @Inject
    SearchJobViews jobs;

    @Test
    void a_job_takes_over_the_best_of_each_family_from_a_similar_table() {
        MetaFeatures table = table(21);
        String known = ended("aaaaaaaaaaaaaaaaaaaaaaa1", table);

        WarmStart found = earlier.warmStart(accepted("aaaaaaaaaaaaaaaaaaaaaaa2", table), true);

        assertThat(found.taken()).containsExactly(new WarmStart.Taken(known, DEEP), new WarmStart.Taken(known, LINEAR));
    }

    @Test
    void jobs_on_its_own_dataset_other_tables_and_jobs_that_still_run_say_nothing() {
        MetaFeatures table = table(31);
        ended("bbbbbbbbbbbbbbbbbbbbbbb1", table);
        ended("bbbbbbbbbbbbbbbbbbbbbbb2", table(33));
        started("bbbbbbbbbbbbbbbbbbbbbbb3", table);

        assertThat(earlier.warmStart(accepted("bbbbbbbbbbbbbbbbbbbbbbb1", table), true))
                .isEqualTo(WarmStart.NONE);
    }

    @Test
    void left_open_only_a_job_with_a_limit_of_time_takes_over() {
        MetaFeatures table = table(51);
        ended("ddddddddddddddddddddddd1", table);
        AcceptedJob untimed = accepted("ddddddddddddddddddddddd2", table);
        AcceptedJob timed = withBudget(untimed, new Budget(Optional.of(Duration.ofMinutes(1)), Optional.of(10)));

        assertThat(earlier.warmStart(untimed, null)).isEqualTo(WarmStart.NONE);
        assertThat(earlier.warmStart(timed, null).taken()).hasSize(2);
        assertThat(earlier.warmStart(timed, false)).isEqualTo(WarmStart.NONE);
    }

    @Test
    void what_was_taken_over_is_shown_and_outlives_the_process() {
        String known = ended("ccccccccccccccccccccccc1", table(41));
        WarmStart warm = new WarmStart(List.of(new WarmStart.Taken(known, LINEAR)));
        String dataset = upload();
        AcceptedJob cold = accepted(dataset, table(41));
        AcceptedJob accepted = accepted(dataset, table(41)).with(warm);
        rows.add(cold, SPACE);
        rows.add(accepted, SPACE);
        String id = accepted.job().id();

        JsonPath shown = given().get("/api/v1/search-jobs/" + id).jsonPath();

        assertThat(shown.getString("warmStart[0].job")).isEqualTo(known);
        assertThat(shown.getString("warmStart[0].family")).isEqualTo("linear");
        assertThat(shown.getDouble("warmStart[0].configuration.cost")).isEqualTo(2);
        assertThat(stored.job(id)).isEqualTo(accepted.job());
        assertThat(stored.job(id).course().warmStart()).isEqualTo(warm);
        String sentence = "Starts from what was best on similar tables: linear of search " + known + ".";
        assertThat(TakenOverResponse.summary(jobs.one(id).warmStart().orElseThrow()))
                .isEqualTo(sentence);
        assertThat(page(id)).contains("data-warm-start>" + sentence);
        assertThat(page(cold.job().id())).doesNotContain("data-warm-start");
    }

    @Test
    void a_replay_starts_from_what_its_original_took_over() {
        String known = ended("eeeeeeeeeeeeeeeeeeeeeee1", table(61));
        WarmStart warm = new WarmStart(List.of(new WarmStart.Taken(known, LINEAR)));
        AcceptedJob accepted = accepted("eeeeeeeeeeeeeeeeeeeeeee2", table(61)).with(warm);
        rows.add(accepted, SPACE);

        SearchJob replay =
                stored.addReplay(accepted.job().id(), UUID.randomUUID().toString(), 1, Instant.now());

        assertThat(replay.course().warmStart()).isEqualTo(warm);
        assertThat(jobs.one(replay.id()).warmStart())
                .isEqualTo(jobs.one(accepted.job().id()).warmStart())
                .isPresent();
    }

    private static String upload() {
        return given().multiPart("file", "flats.csv", "rooms,target\n1,a\n2,b\n".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/datasets")
                .jsonPath()
                .getString("id");
    }

    private static String page(String job) {
        return given().accept("text/html")
                .get("/searches/" + job)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private String ended(String dataset, MetaFeatures table) {
        String job = started(dataset, table);
        journal.ended(job, JobEnd.with(EndReason.TRIALS_USED_UP, 0));
        return job;
    }

    private String started(String dataset, MetaFeatures table) {
        AcceptedJob accepted = accepted(dataset, table);
        String job = accepted.job().id();
        rows.add(accepted, SPACE);
        journal.started(job);
        trial(job, 0, DEEP, 0.9);
        trial(job, 1, SHALLOW, 0.8);
        trial(job, 2, LINEAR, 0.7);
        return job;
    }

    private void trial(String job, int number, Configuration configuration, double score) {
        journal.queued(job, PlannedTrial.suggested(number, configuration, List.of()));
        journal.ended(job, number, new Succeeded(score, List.of(score), 1, JournalContract.FOOTPRINT));
    }

    private static AcceptedJob accepted(String dataset, MetaFeatures table) {
        SearchJob job = new SearchJob(
                UUID.randomUUID().toString(),
                new DataPlan(dataset, "target", RepairRecipe.NONE, new Validation.KFold(5), 0),
                Objective.of(Task.BINARY),
                new Budget(Optional.empty(), Optional.of(10)),
                SearchSpaceYaml.parse("two", SPACE),
                42,
                1);
        return new AcceptedJob(
                job, 0, Optional.empty(), Optional.empty(), Optional.empty(), Trait.all(), Optional.of(table));
    }

    private static AcceptedJob withBudget(AcceptedJob accepted, Budget budget) {
        return new AcceptedJob(
                accepted.job().with(budget),
                accepted.recipe(),
                accepted.validationReason(),
                accepted.testDataset(),
                accepted.families(),
                accepted.traits(),
                accepted.table());
    }

    /** Like no table of another test. */
    private static MetaFeatures table(double size) {
        return new MetaFeatures(size, 1, 0, 0, 0, 0, 0, 0.5, 0);
    }
}
