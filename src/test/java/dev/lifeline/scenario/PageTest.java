package dev.lifeline.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.lifeline.testkit.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A newcomer's first minutes, in a real browser: type, Yes, the address appears, exit. */
class PageTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path NODE = Path.of("/usr/bin/node");
    private static final Path PICTURES = Path.of("target/pictures");
    private static final String APPROVED = """
            rules:
              - name: web
                match: {hostname: "web-*"}
                approvals: 1
                break-glass: {allowed: true, review-by: 24h}
            """;
    private static final double PATIENCE_MILLIS = 60_000;

    @BeforeAll
    static void a_browser_is_there() {
        Assumptions.assumeTrue(
                Files.isExecutable(CHROMIUM) && Files.isExecutable(NODE),
                "skipped: needs " + CHROMIUM + " and " + NODE);
    }

    @Test
    void a_newcomer_rescues_a_device_and_brings_it_back() {
        try (World world = World.inSeconds();
                Playwright playwright = Playwright.create();
                Browser browser = playwright.chromium().launch(headless())) {
            Page page = browser.newPage();
            page.navigate(world.page() + "/?as=asha&channel=incident-42");
            page.getByTestId("composer").fill("/rescue web-07");
            page.getByTestId("send").click();
            picture(page, "asked", button(page, "Yes, boot into rescue"));

            button(page, "Yes, boot into rescue").click();
            picture(page, "in-rescue", button(page, "End rescue"));
            page.getByTestId("open-thread").last().click();
            sees(page.getByTestId("thread"), "is in the rescue kernel at 127.");
            picture(page, "thread", page.getByTestId("thread"));

            button(page, "End rescue").click();
            Locator question = page.getByRole(AriaRole.ALERTDIALOG);
            picture(page, "sure", question);
            question.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("End rescue"))
                    .click();
            sees(page.getByTestId("messages"), "web-07.example.com is back in its installed system");
            picture(page, "back", page.getByTestId("messages"));
        }
    }

    @Test
    void an_approver_sees_it_on_a_phone_and_the_requester_breaks_the_glass_and_reveals_the_password() {
        try (World world = World.under(APPROVED);
                Playwright playwright = Playwright.create();
                Browser browser = playwright.chromium().launch(headless())) {
            Page asha = browser.newPage();
            asha.navigate(world.page() + "/?as=asha&channel=incident-42");
            Page approver = browser.newPage(new Browser.NewPageOptions().setViewportSize(390, 844));
            approver.navigate(world.page() + "/?as=bruno&channel=incident-42");
            types(approver, "/rescue whoami");
            picture(approver, "who-am-i", approver.getByTestId("messages"));
            types(asha, "/rescue web-07");
            button(asha, "Yes, boot into rescue").click();
            picture(approver, "approval", button(approver, "Deny"));
            picture(asha, "approval-asked", button(asha, "Break the glass"));

            button(asha, "Break the glass").click();
            Locator form = asha.getByRole(AriaRole.DIALOG);
            picture(asha, "break-the-glass", form);
            form.getByLabel("Name of the device").fill("web-07");
            form.getByLabel("Why can it not wait?").fill("the shop is down");
            form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Break the glass"))
                    .click();
            picture(asha, "review", button(asha, "I have reviewed it"));
            button(asha, "Show access").click();
            picture(asha, "access", button(asha, "Reveal password"));
            button(asha, "Reveal password").click();
            sees(asha.getByRole(AriaRole.DIALOG), world.password("web-07"));
            picture(asha, "password", asha.getByRole(AriaRole.DIALOG));
        }
    }

    private static void types(Page page, String text) {
        page.getByTestId("composer").fill(text);
        page.getByTestId("send").click();
    }

    private static BrowserType.LaunchOptions headless() {
        return new BrowserType.LaunchOptions()
                .setExecutablePath(CHROMIUM)
                .setHeadless(true)
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"));
    }

    private static Locator button(Page page, String label) {
        return page.getByTestId("messages")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(label))
                .last();
    }

    private static void sees(Locator place, String text) {
        assertThat(place).containsText(text, new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
    }

    /** Waits for what is to be seen, and keeps how it looked. */
    private static void picture(Page page, String name, Locator seen) {
        seen.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MILLIS));
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
