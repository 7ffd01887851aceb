package dev.lifeline.testkit;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A Chromium without a window. For one thread. */
public final class Chromium implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final Path NODE = Path.of("/usr/bin/node");

    private final Playwright playwright = Playwright.create();
    private final Browser browser;

    private Chromium() {
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setHeadless(true)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** Skips the tests of a class where no browser is installed. */
    public static void assumeInstalled() {
        Assumptions.assumeTrue(
                Files.isExecutable(PROGRAM) && Files.isExecutable(NODE), "skipped: needs " + PROGRAM + " and " + NODE);
    }

    public static Chromium launch() {
        return new Chromium();
    }

    /** Opens an address as on a desktop. */
    public Page open(String address) {
        return open(address, 1280, 800);
    }

    /** Opens an address in a window of this size, in pixels; a page may not forbid axe its script. */
    public Page open(String address, int width, int height) {
        Page page = browser.newPage(new Browser.NewPageOptions()
                .setViewportSize(width, height)
                .setBypassCSP(true)
                .setReducedMotion(ReducedMotion.REDUCE));
        page.navigate(address);
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
