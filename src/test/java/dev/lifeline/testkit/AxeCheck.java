package dev.lifeline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * What axe-core finds on a page: what the rules of WCAG 2 and its own of good practice forbid (https://github.com/dequelabs/axe-core).
 */
public final class AxeCheck {

    private static final String SCRIPT = readScript();
    private static final String RUN = "() => axe.run(document, {resultTypes: ['violations']}).then(result => "
            + "result.violations.flatMap(rule => rule.nodes.map(node => "
            + "rule.id + ' at ' + node.target.join(' ') + ': ' + node.failureSummary)))";

    /** What scrolls sideways although it must not, on a phone above all. */
    private static final String SIDEWAYS =
            "() => ['html', 'main', '.messages', '.home', '.modal-body', '.thread', 'body > main'].filter(selector => "
                    + "[...document.querySelectorAll(selector)].some(element => element.scrollWidth > element.clientWidth + 1))";

    private AxeCheck() {}

    /** Fails where axe finds anything, or a part of the page is wider than the window. */
    public static void assertFindsNothing(Page page, String where) {
        assertThat(findings(page)).as(where).isEmpty();
    }

    static List<String> findings(Page page) {
        page.evaluate(SCRIPT);
        List<?> violations = (List<?>) page.evaluate(RUN);
        List<?> sideways = (List<?>) page.evaluate(SIDEWAYS);
        return Stream.concat(
                        violations.stream().map(String::valueOf),
                        sideways.stream().map(selector -> selector + " is wider than the window"))
                .toList();
    }

    private static String readScript() {
        try (InputStream script = AxeCheck.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
