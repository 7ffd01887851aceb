package dev.lifeline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Looks at pages as a desktop and a phone show them, light and dark: keeps a picture of each under {@code target/pictures}, and what axe
 * finds.
 */
public final class PageLooks {

    /** A window. */
    private enum Window {
        DESKTOP(1280, 800),
        PHONE(390, 844);

        private final int width;
        private final int height;

        Window(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private static final Path FOLDER = Path.of("target/pictures");

    private final List<String> findings = new ArrayList<>();

    /** Looks at the page in each window and colour scheme, and leaves it as on a desktop, light. */
    public void look(Page page, String name) {
        for (Window window : List.of(Window.PHONE, Window.DESKTOP))
            for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) look(page, name, window, scheme);
    }

    private void look(Page page, String name, Window window, ColorScheme scheme) {
        page.setViewportSize(window.width, window.height);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        String picture = "%s-%d-%s".formatted(name, window.width, scheme.name().toLowerCase(Locale.ROOT));
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(picture + ".png")));
        AxeCheck.findings(page).forEach(finding -> findings.add(picture + ": " + finding));
    }

    /** Fails with all that was found. */
    public void assertNothingFound() {
        assertThat(findings).isEmpty();
    }
}
