package dev.lifeline.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.lifeline.testkit.AxeCheck;
import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.Chromium;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The first rescue of a new user in a real browser: command, Yes, the address, exit. */
class FakeSlackPageTest {

    private static final Path SCREENSHOT_FOLDER = Path.of("target/pictures");
    private static final String ONE_APPROVAL_POLICY = """
            otherwise: permission
            rules:
              - name: web
                match: {hostname: "web-*"}
                approvals: 1
                break-glass: {allowed: true, review-by: 24h}
            """;
    private static final double WAIT_TIMEOUT_MILLIS = 60_000;

    @BeforeAll
    static void a_browser_is_there() {
        Chromium.assumeInstalled();
    }

    @Test
    void a_newcomer_rescues_a_device_and_brings_it_back() {
        try (BotEnvironment botEnvironment = BotEnvironment.accelerated();
                Chromium chromium = Chromium.launch()) {
            Page page = chromium.open(botEnvironment.slackUrl() + "/?as=asha&channel=incident-42");
            page.getByTestId("composer").fill("/rescue web-07");
            page.getByTestId("send").click();
            saveScreenshot(page, "asked", button(page, "Yes, boot into rescue"));

            button(page, "Yes, boot into rescue").click();
            saveScreenshot(page, "in-rescue", button(page, "End rescue"));
            page.getByTestId("open-thread").last().click();
            assertContainsText(page.getByTestId("thread"), "is in the rescue kernel at 127.");
            saveScreenshot(page, "thread", page.getByTestId("thread"));

            button(page, "End rescue").click();
            Locator dialog = page.getByRole(AriaRole.ALERTDIALOG);
            saveScreenshot(page, "sure", dialog);
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("End rescue"))
                    .click();
            assertContainsText(page.getByTestId("messages"), "web-07.example.com is back in its installed system");
            saveScreenshot(page, "back", page.getByTestId("messages"));
        }
    }

    @Test
    void an_approver_sees_it_on_a_phone_and_the_requester_uses_break_glass_and_reveals_the_password() {
        try (BotEnvironment botEnvironment = BotEnvironment.withPolicy(ONE_APPROVAL_POLICY);
                Chromium chromium = Chromium.launch()) {
            Page asha = chromium.open(botEnvironment.slackUrl() + "/?as=asha&channel=incident-42");
            Page approver = chromium.open(botEnvironment.slackUrl() + "/?as=bruno&channel=incident-42", 390, 844);
            typeAndSend(approver, "/rescue whoami");
            saveScreenshot(approver, "who-am-i", approver.getByTestId("messages"));
            typeAndSend(asha, "/rescue web-07");
            button(asha, "Yes, boot into rescue").click();
            saveScreenshot(approver, "approval", button(approver, "Deny"));
            saveScreenshot(asha, "approval-asked", button(asha, "More actions"));

            button(asha, "More actions").click();
            asha.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Break-glass"))
                    .click();
            Locator form = asha.getByRole(AriaRole.DIALOG);
            saveScreenshot(asha, "break-glass", form);
            form.getByLabel("Name of the device").fill("web-07");
            form.getByLabel("Why can it not wait?").fill("the shop is down");
            form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Break-glass"))
                    .click();
            saveScreenshot(asha, "review", button(asha, "I have reviewed it"));
            button(asha, "Show access").click();
            saveScreenshot(asha, "access", button(asha, "Reveal password"));
            button(asha, "Reveal password").click();
            assertContainsText(asha.getByRole(AriaRole.DIALOG), botEnvironment.providerPassword("web-07"));
            saveScreenshot(asha, "password", asha.getByRole(AriaRole.DIALOG));
        }
    }

    private static void typeAndSend(Page page, String text) {
        page.getByTestId("composer").fill(text);
        page.getByTestId("send").click();
    }

    private static Locator button(Page page, String label) {
        return page.getByTestId("messages")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(label))
                .last();
    }

    private static void assertContainsText(Locator locator, String text) {
        assertThat(locator).containsText(text, new ContainsTextOptions().setTimeout(WAIT_TIMEOUT_MILLIS));
    }

    /** Waits until it is visible, saves a screenshot, and has axe look at the page. */
    private static void saveScreenshot(Page page, String name, Locator locator) {
        locator.waitFor(new Locator.WaitForOptions().setTimeout(WAIT_TIMEOUT_MILLIS));
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOT_FOLDER.resolve(name + ".png")));
        AxeCheck.assertFindsNothing(page, name);
    }
}
