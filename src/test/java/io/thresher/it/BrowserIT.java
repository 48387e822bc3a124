package io.thresher.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job in a real browser, against the packaged application. */
class BrowserIT {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final int TRIALS = 3;
    private static final double SEARCH_MILLIS = 180_000;

    @TempDir
    static Path folder;

    private static PackagedThresher thresher;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "skipped: no browser at " + CHROMIUM);
        thresher = PackagedThresher.start(folder);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(FLAGS));
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            playwright.close();
        }
        if (thresher != null) {
            thresher.close();
        }
    }

    @Test
    void uploads_a_table_searches_watches_opens_a_trial_and_downloads_the_model() throws IOException {
        Path table = table(folder.resolve("loans.csv"));
        List<String> complaints = new ArrayList<>();
        try (Page page = browser.newPage()) {
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
            page.getByText("Start the search").click();
            assertThat(page.locator("#time-fault")).not().isEmpty();

            page.getByLabel("Time", new Page.GetByLabelOptions().setExact(true)).fill("");
            page.getByLabel("Number of trials").fill(String.valueOf(TRIALS));
            page.getByText("Start the search").click();
            page.waitForURL(Pattern.compile("/searches/"));
            String search = page.url();

            assertThat(page.locator("th-leaderboard tbody tr").first())
                    .isVisible(new IsVisibleOptions().setTimeout(SEARCH_MILLIS));
            assertThat(page.locator("th-summary .state.succeeded"))
                    .hasCount(1, new HasCountOptions().setTimeout(SEARCH_MILLIS));
            assertThat(page.locator("th-history canvas")).hasCount(1);

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
                barriers(url);
            }
        }
        assertThat(complaints).as("uncaught errors in the browser").isEmpty();
    }

    /** What axe finds on the page, in both themes and also where it is narrow: nothing. */
    private static void barriers(String url) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {1280, 390}) {
                try (Page page = browser.newPage(
                        new Browser.NewPageOptions().setColorScheme(scheme).setViewportSize(width, 844))) {
                    page.navigate(url);
                    page.waitForFunction("() => document.fonts.status === 'loaded'");
                    assertThat(new AxeBuilder(page).analyze().getViolations())
                            .as("%s, %s, %d pixels wide", url, scheme, width)
                            .isEmpty();
                    assertThat(
                                    (Boolean)
                                            page.evaluate(
                                                    "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                            .as("%s fits %d pixels", url, width)
                            .isTrue();
                }
            }
        }
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
