package dev.lifeline.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * English with accents on its vowels and all of it twice: longer than any real language, and easily told from a text that is not in the
 * catalogue. {@code -Dgolden=write} writes the file.
 */
class PseudoLanguageTest {

    private static final Path ENGLISH = Path.of("src/main/resources/dev/lifeline/message/phrases.properties");
    private static final Path PSEUDO = Path.of("src/test/resources/dev/lifeline/message/phrases_qps.properties");
    private static final String PLAIN = "aeiouyncAEIOU";
    private static final String ACCENTED = "àéîöüýñçÀÉÎÖÜ";

    @Test
    void the_pseudo_language_is_made_of_english() throws IOException {
        String made = Files.readAllLines(ENGLISH).stream()
                .filter(line -> line.contains(" = ") && !line.startsWith("#"))
                .map(PseudoLanguageTest::translate)
                .collect(Collectors.joining("\n", "", "\n"));
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(PSEUDO.getParent());
            Files.writeString(PSEUDO, made);
        }
        assertThat(Files.readString(PSEUDO)).isEqualTo(made);
    }

    private static String translate(String line) {
        String[] parts = line.split(" = ", 2);
        String again = parts[1].replaceAll("\\{.*?}|\\*", "").strip();
        return parts[0] + " = " + accents(parts[1]) + " " + accents(again);
    }

    /** The text with accents outside of its placeholders. */
    private static String accents(String text) {
        StringBuilder accented = new StringBuilder();
        boolean inside = false;
        for (char letter : text.toCharArray()) {
            if (letter == '{' || letter == '}') inside = letter == '{';
            int index = inside ? -1 : PLAIN.indexOf(letter);
            accented.append(index < 0 ? letter : ACCENTED.charAt(index));
        }
        return accented.toString();
    }
}
