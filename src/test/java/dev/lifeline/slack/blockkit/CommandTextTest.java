package dev.lifeline.slack.blockkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
