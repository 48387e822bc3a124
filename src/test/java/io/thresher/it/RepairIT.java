package io.thresher.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table with faults, its recipe, and the ways to validate, through the packaged application. */
class RepairIT {
    private static final String SPACE =
            "families:\n  xgboost:\n    rounds: {type: integer, low: 20, high: 40, default: 30}\n";
    private static final int PATIENTS = 60;

    @TempDir
    static Path folder;

    private static PackagedThresher thresher;
    private static SearchClient client;
    private static String dataset;

    @BeforeAll
    static void start() throws IOException {
        thresher = PackagedThresher.start(folder);
        client = new SearchClient(thresher);
        dataset = client.upload(Files.write(folder.resolve("visits.csv"), visits(1)));
    }

    @AfterAll
    static void stop() {
        if (thresher != null) {
            thresher.close();
        }
    }

    /** What a sentinel hides: hot days are ill days, and where the sensor was off it says -200. */
    private static List<String> visits(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> lines = new ArrayList<>(List.of("patient,day,ward,temperature,ill"));
        for (int row = 0; row < 600; row++) {
            boolean ill = random.nextInt(2) == 0;
            boolean off = random.nextInt(3) == 0;
            double temperature = (ill ? 39 : 37) + random.nextDouble();
            String ward = List.of("north", "North", "NORTH", "south").get(random.nextInt(4));
            lines.add("p%d,2026-%02d-%02d,%s,%s,%s"
                    .formatted(
                            random.nextInt(PATIENTS),
                            1 + row / 50,
                            1 + row % 28,
                            ward,
                            off ? "-200" : "%.1f".formatted(temperature),
                            ill ? "yes" : "no"));
        }
        return lines;
    }

    @Test
    void a_recipe_is_kept_used_and_done_again_to_rows_that_are_predicted() {
        List<Map<String, Object>> steps = List.of(
                Map.of("kind", "valuesToMissing", "column", "temperature", "values", List.of("-200")),
                Map.of("kind", "mergeSpellings", "column", "ward", "into", Map.of("North", "north", "NORTH", "north")),
                Map.of("kind", "dropColumn", "column", "patient"),
                Map.of("kind", "dropDuplicateRows"));
        JsonPath recipe = client.post("/api/v1/datasets/" + dataset + "/recipes", Map.of("steps", steps));
        assertThat(recipe.getInt("number")).isPositive();
        assertThat(recipe.getList("sentences").get(0)).asString().contains("-200");
        assertThat(client.get("/api/v1/datasets/" + dataset + "/recipes").getList("items"))
                .isNotEmpty();

        JsonPath job = search(Map.of("recipe", recipe.getInt("number")));

        assertThat(job.getInt("recipe")).isEqualTo(recipe.getInt("number"));
        List<String> lines = client.predict(job, """
                day,ward,temperature
                2026-01-01,north,-200
                2026-01-01,NORTH,
                2026-01-01,north,39.5
                """);
        assertThat(lines.get(1)).isEqualTo(lines.get(2)).isNotEqualTo(lines.get(3));
    }

    @Test
    void groups_time_and_named_folds_are_asked_for_by_name() {
        for (String kind : List.of("group", "time", "custom")) {
            String column =
                    Map.of("group", "patient", "time", "day", "custom", "ward").get(kind);

            JsonPath job = search(Map.of("recipe", 0, "validation", Map.of("kind", kind, "column", column)));

            assertThat(job.getString("validation.kind")).isEqualTo(kind);
            assertThat(job.getString("validation.column")).isEqualTo(column);
            assertThat(job.getString("validation.reason")).isNull();
            JsonPath trial = client.get("/api/v1/search-jobs/%s/trials/0".formatted(job.getString("id")));
            assertThat(trial.getList("foldScores")).hasSize(kind.equals("custom") ? 4 : 5);
        }
    }

    @Test
    void a_job_without_a_validation_says_which_it_took_and_why() {
        JsonPath job = search(Map.of("recipe", 0));

        assertThat(job.getString("validation.kind")).isEqualTo("repeatedKfold");
        assertThat(job.getInt("validation.repeats")).isEqualTo(2);
        assertThat(job.getString("validation.reason")).contains("600 rows");
    }

    @Test
    void rows_of_one_patient_are_left_out_together_without_being_asked_for() throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        List<String> lines = new ArrayList<>(List.of("patient_id,height,blood,visit,ill"));
        for (int patient = 0; patient < 100; patient++) {
            String who = "p%d,%.1f,%.3f".formatted(patient, 150 + 40 * random.nextDouble(), random.nextDouble());
            String ill = random.nextInt(2) == 0 ? "yes" : "no";
            for (int visit = 0; visit < 8; visit++) {
                lines.add("%s,%.2f,%s".formatted(who, random.nextDouble(), ill));
            }
        }
        String patients = client.upload(Files.write(folder.resolve("patients.csv"), lines));

        JsonPath job = search(Map.of("dataset", patients, "recipe", 0));

        assertThat(job.getString("validation.kind")).isEqualTo("group");
        assertThat(job.getString("validation.column")).isEqualTo("patient_id");
        assertThat(job.getString("validation.reason")).contains("patient_id");
        assertThat(job.getDouble("best.score"))
                .as("what a patient's other visits give away does not count")
                .isLessThan(0.7);
    }

    @Test
    void what_is_delivered_is_scored_on_rows_the_search_never_saw() throws IOException {
        JsonPath kept = search(Map.of("recipe", 0, "holdout", 0.25));
        assertThat(kept.getInt("holdout.rows")).isEqualTo(150);
        assertThat(kept.getDouble("holdout.score")).isBetween(0.7, 0.95);

        String test = client.upload(Files.write(folder.resolve("test.csv"), visits(2)));
        JsonPath tested = search(Map.of("recipe", 0, "testDataset", test));
        assertThat(tested.getInt("holdout.rows")).isEqualTo(600);
        assertThat(tested.getString("holdout.testDataset")).isEqualTo(test);
        assertThat(tested.getDouble("holdout.score")).isBetween(0.7, 0.95);
    }

    private static JsonPath search(Map<String, Object> more) {
        Map<String, Object> request = new HashMap<>(Map.of(
                "dataset", dataset, "target", "ill", "budget", Map.of("trials", 1), "searchSpace", SPACE, "seed", 1));
        request.putAll(more);
        JsonPath job = client.awaitEnd(client.submit(request));
        assertThat(job.getString("state")).as(job.prettify()).isEqualTo("SUCCEEDED");
        return job;
    }
}
