package dev.lifeline.slack.webapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MentionLocalizerTest {

    private static final String PARTNER = "T0SECOND";

    private final MentionLocalizer mentions = new MentionLocalizer(
            new ObjectMapper(),
            id -> Map.of("U0ASHA", "asha", "T0SECOND/U0ASHA", "<!channel> & asha")
                    .get(id));

    @Test
    void each_workspace_is_told_its_own_people_by_mention_and_others_by_name() {
        String text = "<@U0ASHA> and <@T0SECOND/U0ASHA> agree";

        assertThat(mentions.localize(text, ScopedId.HOME)).isEqualTo("<@U0ASHA> and &lt;!channel&gt; &amp; asha agree");
        assertThat(mentions.localize(text, PARTNER)).isEqualTo("asha and <@U0ASHA> agree");
    }

    @Test
    void P9_a_name_in_rich_text_is_text() {
        String blocks = "[{\"type\":\"rich_text\",\"elements\":[{\"type\":\"user\",\"user_id\":\"T0SECOND/U0ASHA\"},"
                + "{\"type\":\"user\",\"user_id\":\"U0ASHA\",\"style\":{\"bold\":true}}]}]";

        assertThat(mentions.localize(blocks, ScopedId.HOME))
                .isEqualTo("[{\"type\":\"rich_text\",\"elements\":[{\"type\":\"text\",\"text\":\"<!channel> & asha\"},"
                        + "{\"type\":\"user\",\"user_id\":\"U0ASHA\",\"style\":{\"bold\":true}}]}]");
        assertThat(mentions.localize(blocks, PARTNER))
                .isEqualTo("[{\"type\":\"rich_text\",\"elements\":[{\"type\":\"user\",\"user_id\":\"U0ASHA\"},"
                        + "{\"type\":\"text\",\"text\":\"asha\",\"style\":{\"bold\":true}}]}]");
    }

    @Test
    void what_names_nobody_stays_as_it_is() {
        for (String content : new String[] {"[web-07] is up", "{not json", "web-07 <https://example.com|is up>", ""})
            assertThat(mentions.localize(content, PARTNER)).isEqualTo(content);
    }

    @Test
    void the_ids_of_a_call_choose_the_workspace_and_go_out_bare() {
        ScopedCall call = ScopedCall.of(
                ApiMethod.CHAT_POST_EPHEMERAL,
                ScopedId.HOME,
                Map.of("channel", "T0SECOND/C0INCIDENT42", "user", "T0SECOND/U0ASHA", "text", "<@T0SECOND/U0ASHA>"),
                mentions);

        assertThat(call)
                .isEqualTo(new ScopedCall(
                        PARTNER, Map.of("channel", "C0INCIDENT42", "user", "U0ASHA", "text", "<@U0ASHA>")));
    }

    @Test
    void a_call_with_ids_of_two_workspaces_is_not_made() {
        for (Map<String, String> ids : List.of(
                Map.of("channel", "C0INCIDENT42", "user", "T0SECOND/U0ASHA"),
                Map.of("channel", "T0THIRD/C0INCIDENT42", "user", "T0SECOND/U0ASHA")))
            assertThatThrownBy(() -> ScopedCall.of(ApiMethod.CHAT_POST_EPHEMERAL, ScopedId.HOME, ids, mentions))
                    .isInstanceOf(SlackCallException.class)
                    .hasMessageContaining("two workspaces");
    }
}
