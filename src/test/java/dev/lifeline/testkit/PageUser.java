package dev.lifeline.testkit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;

/** A user of the fake Slack's page, in a browser. For one thread. */
public final class PageUser {

    private static final double WAIT_TIMEOUT_MILLIS = 120_000;

    private final Page page;

    public PageUser(Page page) {
        this.page = page;
    }

    /** Opens the page as this person in this channel. */
    public static PageUser open(Chromium chromium, BotEnvironment environment, String person, String channel) {
        return new PageUser(chromium.open(environment.slackUrl() + "/?as=" + person + "&channel=" + channel));
    }

    public Page page() {
        return page;
    }

    /** Types into the channel and sends it. */
    public PageUser type(String text) {
        page.getByTestId("composer").fill(text);
        page.getByTestId("send").click();
        return this;
    }

    /** Clicks the newest button with this label, or one in a dialog if one is open. */
    public PageUser click(String label) {
        Locator dialogs = page.locator("dialog[open]");
        Locator where = dialogs.count() > 0 ? dialogs.last() : page.locator("#conversation");
        where.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(label))
                .last()
                .click();
        return this;
    }

    /** Clicks a button of the open dialog, and waits until no dialog is open. */
    public PageUser dismiss(String label) {
        click(label);
        assertThat(page.locator("dialog[open]")).hasCount(0);
        return this;
    }

    /** Opens the menu of a button and clicks an item. */
    public PageUser choose(String menu, String item) {
        click(menu);
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(item))
                .first()
                .click();
        return this;
    }

    /** Fills in a field of the open form. */
    public PageUser fill(String label, String text) {
        page.locator("dialog[open]").last().getByLabel(label).fill(text);
        return this;
    }

    /** Waits until the page shows the text. */
    public PageUser waitFor(String text) {
        assertThat(page.locator("body")).containsText(text, new ContainsTextOptions().setTimeout(WAIT_TIMEOUT_MILLIS));
        return this;
    }

    /** Waits until a form or a dialog shows the text. */
    public PageUser waitForDialog(String text) {
        assertThat(page.locator("dialog[open]").last())
                .containsText(text, new ContainsTextOptions().setTimeout(WAIT_TIMEOUT_MILLIS));
        return this;
    }

    /** Looks at what the page shows now. */
    public PageUser look(PageLooks looks, String name) {
        looks.look(page, name);
        return this;
    }
}
