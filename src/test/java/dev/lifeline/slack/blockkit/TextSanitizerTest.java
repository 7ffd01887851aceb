package dev.lifeline.slack.blockkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextSanitizerTest {

    @ParameterizedTest
    @CsvSource({
        "web\\u202E70, web70",
        "web\\u2066-07\\u2069, web-07",
        "web\\u0000-07, web-07",
        "web\\u001B[31m-07, web[31m-07",
        "web\\u200B-07, web-07",
        "web\\uFEFF-07, web-07",
        "web\\u2028-07, web -07",
        "web\\u000A-07, web -07",
        "web\\u0009-07, web -07",
        "caf\\u00E9, caf\\u00E9",
    })
    void what_nobody_sees_is_not_shown(String untrusted, String sanitized) {
        assertThat(TextSanitizer.sanitizeLine(unescaped(untrusted))).isEqualTo(unescaped(sanitized));
    }

    @Test
    void half_a_character_is_no_character() {
        assertThat(TextSanitizer.sanitizeLine("a\uD83D")).isEqualTo("a\uFFFD");
    }

    @Test
    void families_of_emoji_stay_together() {
        String family = "\uD83D\uDC69\u200D\uD83D\uDE80";
        assertThat(TextSanitizer.sanitizeLine(family)).isEqualTo(family);
    }

    @Test
    void the_cut_comes_after_the_escape_and_never_inside_one() {
        assertThat(fallbackText("&".repeat(2_000)))
                .hasSizeLessThanOrEqualTo(4_000)
                .matches("(&amp;)+…");
    }

    @Test
    void what_fits_exactly_is_not_cut() {
        assertThat(BlockKitLimit.BUTTON_TEXT.truncate("x".repeat(75))).isEqualTo("x".repeat(75));
        assertThat(BlockKitLimit.BUTTON_TEXT.truncate("\uD83D\uDE80".repeat(76)))
                .isEqualTo("\uD83D\uDE80".repeat(74) + "…");
        assertThat(fallbackText("x".repeat(4_000))).hasSize(4_000).doesNotContain("…");
        assertThat(fallbackText("x".repeat(4_001))).hasSize(4_000).endsWith("x…");
    }

    private static String fallbackText(String untrusted) {
        return FallbackText.of(Message.of(TextLine.of(new TextRun.UntrustedText(untrusted))));
    }

    private static String unescaped(String text) {
        return Pattern.compile("\\\\u([0-9A-F]{4})")
                .matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1), 16))));
    }
}
