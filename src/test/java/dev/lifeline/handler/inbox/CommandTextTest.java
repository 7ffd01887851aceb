package dev.lifeline.handler.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTextTest {

    @ParameterizedTest
    @CsvSource({
        "web-07, web-07",
        "'  status  ', status",
        "<http://web-07.example.com|web-07.example.com>, web-07.example.com",
        "status <https://web-07.example.com>, status web-07.example.com",
        "<mailto:asha@example.com|asha@example.com>, asha@example.com",
        "a &amp;lt; b, a &lt; b",
        "1 &lt; 2 &amp; 3, 1 < 2 & 3",
        "<@U1|asha>, <@U1|asha>",
    })
    void what_was_typed_comes_back(String encoded, String typed) {
        assertThat(CommandText.toPlainText(encoded)).isEqualTo(typed);
    }

    @Test
    void the_mention_that_called_is_no_part_of_it() {
        assertThat(CommandText.withoutMention("<@U0BOT> status", "U0BOT")).isEqualTo("status");
        assertThat(CommandText.withoutMention("hey <@U0BOT|lifeline> list", "U0BOT"))
                .isEqualTo("hey   list");
        assertThat(CommandText.withoutMention("<@U1> status", "U0BOT")).isEqualTo("<@U1> status");
    }

    /** The expressions that were used before; on hostile text they need time that grows with the square of its length. */
    private static String toPlainTextByExpressions(String text) {
        return text.replaceAll("<(?:https?://|mailto:)[^|>]*\\|([^>]*)>", "$1")
                .replaceAll("<(?:https?://|mailto:)([^>]*)>", "$1")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
    }

    /** Slack escapes brackets, so that it never sends one within a link. */
    private static final Pattern OPEN_IN_OPEN = Pattern.compile("<[^<>]*<");

    @Test
    void every_text_is_read_as_by_the_expressions_that_took_too_long() {
        String[] parts = {
            "<http://", "<https://", "<mailto:", "<http:", "<@U1", ">", "|", "a", " ", "&lt;", "web-07", "<"
        };
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(9); k >= 0; k--) text.append(parts[random.nextInt(parts.length)]);
            if (!OPEN_IN_OPEN.matcher(text).find())
                assertThat(CommandText.toPlainText(text.toString()))
                        .as(text.toString())
                        .isEqualTo(toPlainTextByExpressions(text.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<http://", "<http://a|", "<mailto:x", "<@U0BOT|", "|", "<", "&amp;lt;", "`"})
    void text_of_any_length_was_worked_on_whole(String part) {
        String text = part.repeat(1_000_000 / part.length());
        assertThat(CommandText.toPlainText(text)).hasSizeLessThanOrEqualTo(CommandText.MAX_CHARS);
        assertThat(CommandText.withoutMention(text, "U0BOT")).hasSizeLessThanOrEqualTo(CommandText.MAX_CHARS);
    }
}
