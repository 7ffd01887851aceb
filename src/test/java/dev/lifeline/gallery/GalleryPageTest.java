package dev.lifeline.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.lifeline.gallery.Examples.Length;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.sandbox.slack.FakeSlack;
import dev.lifeline.sandbox.slack.SlackOptions;
import dev.lifeline.testkit.Chromium;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Makes one page of all golden messages and forms, drawn by the fake Slack's page, in a file that opens without it: {@code target/gallery.html}. */
@Tag("long")
class GalleryPageTest {

    private static final Path PAGE = Path.of("target/gallery.html");

    @Test
    void the_page_shows_every_message_and_none_is_wider_than_a_phone() throws IOException {
        Chromium.assumeInstalled();
        try (FakeSlack slack = FakeSlack.start(SlackOptions.onPort(0));
                Chromium chromium = Chromium.launch()) {
            Page page = chromium.open(slack.url() + "/?as=asha", 390, 844);
            page.getByTestId("composer").waitFor();
            List<?> wider = (List<?>) page.evaluate(script(), goldenFiles());
            Files.writeString(PAGE, "<!doctype html>\n" + page.evaluate("() => document.documentElement.outerHTML"));

            assertThat(wider).isEmpty();
            assertThat(page.locator("#gallery article").count()).isGreaterThan(500);
        }
    }

    private static List<Map<String, Object>> goldenFiles() throws IOException {
        List<Map<String, Object>> files = new ArrayList<>();
        for (Locale language : MessageCatalog.languages())
            for (Length length : Length.values())
                files.add(Map.of(
                        "title",
                                language.getDisplayLanguage(Locale.ENGLISH) + ", "
                                        + length.name().toLowerCase(Locale.ROOT),
                        "language", language.toLanguageTag(),
                        "lines", Files.readAllLines(GalleryTest.file(language, length))));
        return files;
    }

    private static String script() throws IOException {
        try (InputStream script = GalleryPageTest.class.getResourceAsStream("gallery.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
