package dev.lifeline.scenario;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.Chromium;
import dev.lifeline.testkit.LinkPageClient;
import dev.lifeline.testkit.PageLooks;
import dev.lifeline.testkit.PageUser;
import dev.lifeline.testkit.Pictures;
import dev.lifeline.testkit.SimulatedUser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Walks each way into a rescue and each state of one in a browser, as wide as a desktop and a phone, light and dark: axe finds nothing, and
 * nothing is wider than the window. {@code -Dpictures=write} also writes the four pictures of the README.
 */
@Tag("long")
class SurfaceWalkTest {

    private static final String QUESTION = "Boot web-07.example.com into the rescue kernel?";
    private static final String YES = "Yes, boot into rescue";
    private static final String CHANNEL = "incident-42";

    private static final String POLICY = """
            otherwise: permission
            rules:
              - name: web
                match: {hostname: "web-*"}
                approvals: 1
                approvers: {people: [bruno, chiara]}
                reason: "INC-[0-9]+.*"
                reason-hint: "an incident number first, such as INC-4711"
                approve-by: 15m
                break-glass: {allowed: true, review-by: 24h}
            """;

    private final PageLooks looks = new PageLooks();

    @BeforeAll
    static void a_browser_is_there() {
        Chromium.assumeInstalled();
    }

    @AfterEach
    void axe_finds_nothing() {
        looks.assertNothingFound();
    }

    /** Walks as asha in the incident channel. */
    private static void walk(BotEnvironment started, BiConsumer<BotEnvironment, PageUser> steps) {
        try (BotEnvironment environment = started;
                Chromium chromium = Chromium.launch()) {
            steps.accept(environment, PageUser.open(chromium, environment, "asha", CHANNEL));
        }
    }

    @Test
    void by_the_command_its_picker_and_a_question_about_the_reason() {
        walk(BotEnvironment.accelerated(), (environment, asha) -> {
            asha.page().getByTestId("composer").fill("/res");
            asha.look(looks, "command-suggested");
            asha.type("/rescue").waitForDialog("Which device?");
            Locator picker = asha.page().getByRole(AriaRole.COMBOBOX);
            picker.first().fill("web");
            asha.waitForDialog("web-08").look(looks, "picker");
            picker.first().fill("zzz");
            asha.waitForDialog("is not in the list").look(looks, "picker-without-results");
            asha.dismiss("Cancel");

            asha.type("/rescue web-07 disk full").waitFor("Is this the reason").look(looks, "reason-asked");
            asha.type("/rescue wbe-07").waitFor("no device").look(looks, "device-unknown");
            asha.type("/rescue web-07 because disk full").waitFor(QUESTION).look(looks, "confirmation");
            Pictures.write(asha.page(), "confirmation", message(asha, QUESTION), 1_000);
        });
    }

    @Test
    void by_shortcuts_mentions_lists_and_the_home_tab() {
        walk(BotEnvironment.accelerated(), (environment, asha) -> {
            String several = environment.postAlert(CHANNEL, Map.of("text", "web-07 and web-08 do not answer core-05"));
            asha.page().locator("[data-ts='" + several + "']").hover();
            asha.choose("Message shortcuts", "Rescue a device").waitForDialog("Named in the message");
            asha.look(looks, "shortcut-with-candidates").dismiss("Cancel");
            String none = environment.postAlert(CHANNEL, Map.of("text", "Deployed api 2.0.7 to mars-99"));
            asha.page().locator("[data-ts='" + none + "']").hover();
            asha.choose("Message shortcuts", "Rescue a device").waitForDialog("names no device");
            asha.look(looks, "shortcut-without-candidates").dismiss("Cancel");
            asha.choose("Shortcuts", "Rescue a device")
                    .waitForDialog("Which device?")
                    .dismiss("Cancel");

            SimulatedUser bruno = environment.user("bruno");
            bruno.reply(several, "@lifeline rescue web-07 because disk full");
            bruno.waitForText(QUESTION);
            asha.page().getByTestId("open-thread").first().click();
            asha.waitFor(QUESTION).look(looks, "thread-of-an-alert");
            asha.page().keyboard().press("Escape");

            asha.type("/rescue list").waitFor("Devices that you have access to").look(looks, "list");
            for (String command : List.of("help", "whoami", "access", "status", "history", "links"))
                asha.type("/rescue " + command);
            asha.waitFor("Rescues so far").look(looks, "answers");
        });
    }

    @Test
    void through_an_approval_to_the_rescue_kernel_and_back() {
        walk(BotEnvironment.withPolicy(POLICY), (environment, asha) -> {
            asha.type("/rescue web-07 because disk full")
                    .waitFor(QUESTION)
                    .click(YES)
                    .waitForDialog("Why?");
            asha.fill("Why?", "disk full, badly").click("Yes, go on").waitForDialog("This does not fit");
            asha.look(looks, "form-with-an-error");
            asha.fill("Why?", "INC-4711 disk full").click("Yes, go on").waitFor("waiting for approval");
            asha.look(looks, "approval-asked");
            asha.click("More actions").look(looks, "overflow-menu");
            asha.page().keyboard().press("Escape");
            PageUser bruno = new PageUser(asha.page().context().browser().newPage());
            bruno.page().navigate(environment.slackUrl() + "/?as=bruno&channel=@lifeline");
            bruno.waitFor("asks for your approval").look(looks, "approval-in-a-direct-message");
            Pictures.write(bruno.page(), "approval", message(bruno, "asks for your approval"), 1_000);
            home(environment, bruno, "bruno", "Waiting for your approval").look(looks, "home-of-an-approver");
            bruno.click("Deny").waitForDialog("One denial closes the request").look(looks, "denial-form");
            bruno.dismiss("Cancel").click("Approve");

            asha.waitFor("web-07.example.com is in the rescue kernel").look(looks, "in-rescue");
            asha.page().getByTestId("open-thread").last().click();
            asha.waitFor("Up. web-07.example.com").look(looks, "thread");
            Pictures.write(asha.page(), "in-rescue", asha.page().locator(".workspace"), 600);
            asha.page().keyboard().press("Escape");
            home(environment, asha, "asha", "in rescue since").look(looks, "home-with-a-rescue");
            Pictures.write(asha.page(), "home", asha.page().locator(".workspace"), 600);
            asha.page().navigate(environment.slackUrl() + "/?as=asha&channel=" + CHANNEL);
            asha.click("Show access").waitFor("How to get in to").look(looks, "access");
            asha.click("Reveal password").waitForDialog("Only you see this").look(looks, "password");
            asha.dismiss("Close");
            asha.click("End rescue")
                    .waitForDialog("End the rescue?")
                    .look(looks, "end-asked")
                    .click("End rescue");
            asha.waitFor("web-07.example.com is back in its installed system").look(looks, "back");
        });
    }

    @Test
    void on_the_way_and_in_a_drill() {
        walk(BotEnvironment.accelerated(), (environment, asha) -> {
            environment.triggerDeviceIncident("tiny-01", "is powered off");
            asha.type("/rescue tiny-01").waitFor("Power it on first").look(looks, "powered-off");
            asha.click("Power it on first")
                    .waitForDialog("Power it on?")
                    .look(looks, "power-on-asked")
                    .click("Not yet");
            asha.click("No, cancel").waitFor("cancelled, nothing was done").look(looks, "cancelled");
            environment.injectProviderFault(Map.of("fault", "stuck-transaction", "times", 9));
            asha.type("/rescue web-07")
                    .waitFor(QUESTION)
                    .click(YES)
                    .waitFor("is being booted")
                    .look(looks, "booting");
            asha.type("/rescue drill").waitFor("This is a drill").look(looks, "drill");
        });
    }

    @Test
    void in_an_emergency_and_after_hours_in_rescue() {
        walk(BotEnvironment.withPolicy(POLICY), (environment, asha) -> {
            asha.type("/rescue web-07 because INC-4711 disk full")
                    .waitFor(QUESTION)
                    .click(YES);
            asha.waitFor("waiting for approval").choose("More actions", "Break-glass");
            asha.waitForDialog("Why can it not wait?").look(looks, "break-glass-form");
            asha.fill("Name of the device", "web-70").fill("Why can it not wait?", "the shop is down");
            asha.click("Break-glass")
                    .waitForDialog("This is not the name")
                    .look(looks, "break-glass-form-with-an-error");
            asha.fill("Name of the device", "web-07").click("Break-glass").waitFor("please review");
            asha.waitFor("is in the rescue kernel").look(looks, "review");
            environment.advanceClock(Duration.ofHours(2));
            asha.page().getByTestId("open-thread").first().click();
            asha.waitFor("Still needed").look(looks, "reminder");
        });
    }

    @Test
    void on_the_link_pages_and_where_the_page_is_not_served() {
        walk(BotEnvironment.accelerated(), (environment, asha) -> {
            Page page = asha.page();
            page.navigate(LinkPageClient.requestLink(environment.user("chiara")).toString());
            asha.look(looks, "link");
            page.getByLabel("API key").fill("no-such-key");
            page.getByLabel("Cloud user name").fill("307608_chiara@example.com");
            page.locator("button").click();
            asha.waitFor("does not accept").look(looks, "link-refused");
            page.getByLabel("API key").fill("sandbox-chiara-api-key");
            page.getByLabel("Cloud user name").fill("307608_chiara@example.com");
            page.locator("button").click();
            asha.waitFor("Is that right?").look(looks, "link-asked");
            page.locator("button").click();
            asha.waitFor("You can close this page").look(looks, "link-done");
            page.navigate(environment.slackUrl() + "/?as=nobody");
            asha.waitFor("There is no user").look(looks, "nobody");
            page.navigate(environment.slackUrl() + "/?as=gwen&channel=ops-private");
            asha.waitFor("does not see").look(looks, "not-a-member");
            page.navigate(environment.slackUrl() + "/methods");
            looks.look(page, "methods");
            home(environment, asha, "gwen", "members of its own workspace").look(looks, "home-of-a-guest");
            page.getByTestId("me").click();
            asha.look(looks, "switching-users");
        });
    }

    private static PageUser home(BotEnvironment environment, PageUser user, String name, String text) {
        user.page().navigate(environment.slackUrl() + "/?as=" + name + "&channel=home");
        return user.waitFor(text);
    }

    private static Locator message(PageUser user, String text) {
        return user.page()
                .locator(".message", new Page.LocatorOptions().setHasText(text))
                .last();
    }
}
