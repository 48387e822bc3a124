package io.thresher.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The Chromium of this machine. */
final class RealBrowser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final int HEIGHT = 844;
    private static final int[] WIDTHS = {1280, 390};

    private final Playwright playwright;
    private final Browser browser;

    private RealBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts it; without one the test is skipped and says so. */
    static RealBrowser start() {
        Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "skipped: no browser at " + CHROMIUM);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new RealBrowser(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(FLAGS)));
    }

    Page page() {
        return browser.newPage();
    }

    /** What axe finds at an address, in both themes and also where it is narrow: nothing. */
    void requireNoBarriers(String url) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (Page page = browser.newPage(new Browser.NewPageOptions().setColorScheme(scheme))) {
                page.navigate(url);
                require(page, scheme);
            }
        }
    }

    /** The same of a page as it stands. */
    void requireNoBarriers(Page page) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.evaluate(
                    "theme => document.documentElement.setAttribute('data-bs-theme', theme)",
                    scheme == ColorScheme.DARK ? "dark" : "light");
            require(page, scheme);
        }
    }

    private static void require(Page page, ColorScheme scheme) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, HEIGHT);
            page.waitForFunction("() => document.fonts.status === 'loaded'");
            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .as("%s, %s, %d pixels wide", page.url(), scheme, width)
                    .isEmpty();
            assertThat((Boolean) page.evaluate(
                            "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .as("%s fits %d pixels", page.url(), width)
                    .isTrue();
        }
    }

    @Override
    public void close() {
        playwright.close();
    }
}
