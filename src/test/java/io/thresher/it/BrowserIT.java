package io.thresher.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job in a real browser, against the packaged application. */
class BrowserIT {
    private static final int TRIALS = 3;
    private static final double SEARCH_MILLIS = 180_000;

    @TempDir
    static Path folder;

    private static PackagedThresher thresher;
    private static RealBrowser browser;

    @BeforeAll
    static void start() throws IOException {
        browser = RealBrowser.start();
        thresher = PackagedThresher.start(folder);
    }

    @AfterAll
    static void stop() {
        if (thresher != null) {
            thresher.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void uploads_a_table_searches_watches_opens_a_trial_and_downloads_the_model() throws IOException {
        Path table = table(folder.resolve("loans.csv"));
        List<String> complaints = new ArrayList<>();
        try (Page page = browser.page()) {
            page.onPageError(complaints::add);

            page.navigate(thresher.url("/"));
            page.getByLabel("File").setInputFiles(table);
            page.getByText("Upload", new Page.GetByTextOptions().setExact(true)).click();
            page.waitForURL(Pattern.compile("/datasets/"));
            String dataset = page.url();
            assertThat(page.locator("h1")).hasText("loans");

            page.getByLabel("Column to predict").selectOption("repaid");
            assertThat(page.getByLabel("Task")).hasValue("binary");
            assertThat(page.getByLabel("Metric")).hasValue("roc_auc");
            page.getByLabel("Time", new Page.GetByLabelOptions().setExact(true)).fill("0");
            page.locator("#most-size").evaluate("field => field.value = '-1'");
            page.getByText("Start the search").click();
            assertThat(page.locator("#time-fault")).not().isEmpty();
            assertThat(page.locator("#most-size-fault")).containsText("above 0");
            assertThat(page.locator("#most-size")).isVisible();
            page.getByLabel("Size of the file").fill("64");
            page.getByText("Search space and families").click();
            page.getByLabel("kernel", new Page.GetByLabelOptions().setExact(true))
                    .first()
                    .uncheck();

            page.getByLabel("Time", new Page.GetByLabelOptions().setExact(true)).fill("");
            page.getByLabel("Number of trials").fill(String.valueOf(TRIALS));
            page.getByText("What is known beforehand").click();
            page.getByLabel("income", new Page.GetByLabelOptions().setExact(true))
                    .selectOption("never falls");
            page.getByLabel("Columns that may act together").fill("income, agee");
            page.getByText("Start the search").click();
            assertThat(page.locator("#interactions-fault")).containsText("did you mean 'age'?");
            page.getByLabel("Columns that may act together").fill("");
            page.getByText("Start the search").click();
            page.waitForURL(Pattern.compile("/searches/"));
            String search = page.url();

            assertThat(page.locator("th-leaderboard tbody tr").first())
                    .isVisible(new IsVisibleOptions().setTimeout(SEARCH_MILLIS));
            assertThat(page.locator("th-summary .state.succeeded"))
                    .hasCount(1, new HasCountOptions().setTimeout(SEARCH_MILLIS));
            assertThat(page.locator("th-history canvas")).hasCount(1);
            assertThat(page.locator("[data-limits]")).containsText("at most 64 MiB of file");
            assertThat(page.locator("[data-limits]")).not().containsText("kernel");
            page.locator("th-trade-off").scrollIntoViewIfNeeded();
            assertThat(page.locator("th-trade-off canvas")).hasCount(1);
            page.locator("#trade-axis").getByText("Size").click();
            assertThat(page.locator("th-trade-off .canvas"))
                    .hasAttribute(
                            "aria-label", Pattern.compile(".*size of the file of 3 trials; [1-3] are on the front.*"));
            page.getByText("only the front").click();
            assertThat(page.locator("th-leaderboard tbody tr:not(:has(.mark))")).hasCount(0);
            assertThat(page.locator("th-leaderboard tbody tr").first()).isVisible();
            page.getByText("only the front").click();
            assertThat(page.locator("th-leaderboard tbody tr")).hasCount(TRIALS);

            assertThat(page.locator("[data-constraints]")).containsText("never falls as income grows");
            page.locator("th-leaderboard th-deliver button").last().click();
            assertThat(page.locator("[data-picked-by-hand]")).containsText("picked by hand, not by the search");
            assertThat(page.locator("th-leaderboard .pick .mark")).hasText("picked");
            page.getByText("Deliver what the search chose").click();
            assertThat(page.locator("[data-picked-by-hand]")).hasCount(0);

            Download model = page.waitForDownload(
                    () -> page.getByText("Download the ONNX file").click());
            assertThat(Files.size(model.path())).isPositive();

            assertThat(page.locator("th-snippet pre").first()).containsText("NUMBERS = [\"income\", \"age\"]");
            page.getByText("Predict with Java").click();
            page.locator("th-snippet[data-language=java] button").click();
            assertThat(page.locator("th-snippet[data-language=java] button"))
                    .hasText(Pattern.compile("Copied|Selected.*"));

            page.locator("th-leaderboard tbody tr a").first().click();
            page.waitForURL(Pattern.compile("/trials/\\d+"));
            assertThat(page.locator("h1")).containsText("Trial");

            for (String url : List.of(thresher.url("/"), dataset, search, page.url(), thresher.url("/no-such-page"))) {
                browser.requireNoBarriers(url);
            }
        }
        assertThat(complaints).as("uncaught errors in the browser").isEmpty();
    }

    @Test
    void a_search_is_steered_from_its_page_and_what_is_wrong_is_shown_on_its_line() throws IOException {
        String job = paused(table(folder.resolve("steered.csv")));
        List<String> complaints = new ArrayList<>();
        try (Page page = browser.page()) {
            page.onPageError(complaints::add);
            page.navigate(thresher.url("/searches/" + job));

            page.getByText("Try a configuration").click();
            page.getByLabel("Start from").selectOption("xgboost, start values");
            Locator configuration = page.getByLabel("Configuration, in YAML or JSON");
            assertThat(configuration).hasValue(Pattern.compile("family: xgboost\\n.*maxDepth: .*", Pattern.DOTALL));
            configuration.fill("family: xgboost\n# deep\nmaxDepth: 99\n");
            page.getByText("Try it", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("#configuration-faults")).containsText("Line 3 maxDepth: must be");
            assertThat(page.locator("#try .numbers .marked")).hasText("3");
            configuration.fill("family: baseline\n");
            page.getByText("Try it", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("#try .done a")).hasText("trial 0");
            assertThat(page.locator("#configuration-faults")).isEmpty();

            page.getByText("Narrow the search space").click();
            Locator space = page.getByLabel("Search space, in YAML");
            space.fill("families:\n  baseline: {}\n  nothing: {}\n");
            page.getByText("Narrow it", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator("#space-faults")).containsText("Line 3 families.nothing");
            browser.requireNoBarriers(page);
            space.fill("families:\n  baseline: {}\n");
            page.getByText("Narrow it", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator("#narrow .done")).containsText("lies in this space");

            page.getByText("Give it more budget").click();
            page.locator("#more input[name=trials]").fill("1");
            page.getByText("Set the budget", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator("#more-trials-fault")).containsText("at least what it was, 5");
            page.locator("#more input[name=trials]").fill("6");
            page.locator("#more input[name=patience]").fill("0.5");
            page.getByText("Set the budget", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator("#more .done")).containsText("this budget");

            page.getByText("Resume").click();
            assertThat(page.locator("[data-ended]"))
                    .hasText(
                            Pattern.compile("Ended because .*"),
                            new LocatorAssertions.HasTextOptions().setTimeout(SEARCH_MILLIS));
            assertThat(page.locator("#try")).isHidden();
            assertThat(page.locator("#more")).isVisible();
        }
        assertThat(complaints).as("uncaught errors in the browser").isEmpty();
    }

    /** Id of a job of five trials that waits for somebody to resume it. */
    private static String paused(Path table) {
        String dataset = given().multiPart("file", table.toFile())
                .post(thresher.url("/api/v1/datasets"))
                .jsonPath()
                .getString("id");
        String job = given().contentType("application/json")
                .body(Map.of("dataset", dataset, "target", "repaid", "budget", Map.of("trials", 5), "seed", 1))
                .post(thresher.url("/api/v1/search-jobs"))
                .jsonPath()
                .getString("id");
        given().post(thresher.url("/api/v1/search-jobs/%s/pause".formatted(job)));
        return job;
    }

    private static Path table(Path file) throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        List<String> lines = new ArrayList<>(List.of("income,age,city,repaid"));
        for (int row = 0; row < 300; row++) {
            int income = random.nextInt(20, 90);
            String city = List.of("Ulm", "Kiel", "Hof").get(random.nextInt(3));
            boolean repaid = income + random.nextInt(-15, 15) > 50;
            lines.add("%s,%d,%s,%s"
                    .formatted(
                            row % 17 == 0 ? "" : String.valueOf(income),
                            random.nextInt(18, 80),
                            city,
                            repaid ? "yes" : "no"));
        }
        return Files.write(file, lines);
    }
}
