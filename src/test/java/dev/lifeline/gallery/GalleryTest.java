package dev.lifeline.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.gallery.Examples.Length;
import dev.lifeline.message.model.MessageCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every message and form in every language, with short and with long names and words, as Slack gets them. {@code -Dgolden=write} writes the
 * files, a line for each; {@link GalleryPageTest} makes a page of them.
 */
class GalleryTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden/gallery");

    static List<Locale> languages() {
        return MessageCatalog.languages();
    }

    static Path file(Locale language, Length length) {
        return FOLDER.resolve(
                "%s-%s.jsonl".formatted(language.toLanguageTag(), length.name().toLowerCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_message_and_form_is_as_in_the_golden_file(Locale language)
            throws ReflectiveOperationException, IOException {
        for (Length length : Length.values()) {
            Gallery gallery = Gallery.of(language, length);
            Map<String, JsonNode> pieces = gallery.pieces();
            String lines = pieces.entrySet().stream()
                    .map(piece -> "{\"name\":\"" + piece.getKey() + "\",\"piece\":" + piece.getValue() + "}\n")
                    .collect(Collectors.joining());
            if ("write".equals(System.getProperty("golden"))) {
                Files.createDirectories(FOLDER);
                Files.writeString(file(language, length), lines);
            }
            assertThat(gallery.missing()).isEmpty();
            assertThat(lines.lines().toList())
                    .as("written anew with -Dgolden=write")
                    .isEqualTo(Files.readAllLines(file(language, length)));
        }
    }
}
