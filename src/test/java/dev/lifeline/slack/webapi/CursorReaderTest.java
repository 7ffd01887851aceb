package dev.lifeline.slack.webapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lists of Slack's whose read is cut off between two pages. */
class CursorReaderTest {

    private static final String CUT_OFF = "ratelimited";

    private final SettableClock clock = new SettableClock();
    private final Deque<Object> script = new ArrayDeque<>();
    private final List<String> cursors = new ArrayList<>();
    private final CursorReader<String> names = new CursorReader<>(
            this::answer,
            Map.of(),
            "members",
            user -> Stream.of(user.path("name").asText()),
            clock.ticker());
    private final UserHandles handles = new UserHandles(this::answer, clock.ticker());

    private JsonNode answer(Map<String, String> arguments) {
        cursors.add(arguments.getOrDefault("cursor", ""));
        Object next = script.remove();
        if (next instanceof String code)
            throw new SlackCallException(
                    ApiMethod.USERS_LIST, SlackErrorKind.fromCode(code), code, Duration.ofSeconds(30));
        return (JsonNode) next;
    }

    private static ObjectNode page(String nextCursor, String... users) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        for (String user : users)
            page.withArray("members").addObject().put("name", user).put("id", "U0" + user);
        page.withObject("/response_metadata").put("next_cursor", nextCursor);
        return page;
    }

    private void assertCutOff() {
        assertThatThrownBy(names::readAll).isInstanceOf(SlackCallException.class);
    }

    @Test
    void a_list_that_a_limit_cut_off_began_at_its_first_page_each_time_and_never_ended() {
        script.addAll(List.of(page("c2", "ann"), CUT_OFF, CUT_OFF, page("c3", "ben"), CUT_OFF, page("", "cai")));
        assertCutOff();
        assertCutOff();
        assertCutOff();

        assertThat(names.readAll().rows()).containsExactly("ann", "ben", "cai");
        assertThat(cursors).containsExactly("", "c2", "c2", "c2", "c3", "c3");
    }

    @Test
    void a_list_that_was_read_to_its_end_is_read_anew() {
        script.addAll(List.of(page("c2", "ann"), page("", "ben"), page("", "ann")));

        assertThat(names.readAll().rows()).containsExactly("ann", "ben");
        assertThat(names.readAll().rows()).containsExactly("ann");
    }

    @Test
    void a_cursor_that_slack_does_not_take_any_more_begins_anew() {
        script.addAll(List.of(page("c2", "ann"), CUT_OFF, "invalid_cursor", page("c9", "ann"), page("", "dov")));
        assertCutOff();

        assertThat(names.readAll().rows()).containsExactly("ann", "dov");
        assertThat(cursors).containsExactly("", "c2", "c2", "", "c9");
    }

    @Test
    void pages_that_were_read_long_ago_are_not_kept() {
        script.addAll(List.of(page("c2", "ann"), CUT_OFF, page("", "eva")));
        assertCutOff();
        clock.advance(CursorReader.MAX_PAUSE.plusSeconds(1));

        assertThat(names.readAll().rows()).containsExactly("eva");
    }

    @Test
    void of_a_large_workspace_nobody_was_known_after_a_minute_although_reading_took_ten() {
        script.addAll(List.of(page("c2", "ann"), CUT_OFF, page("", "ben")));
        assertThatThrownBy(() -> handles.find("ben")).isInstanceOf(SlackCallException.class);
        clock.advance(Duration.ofMinutes(9));
        assertThat(handles.find("Ben")).contains("U0ben");

        clock.advance(Duration.ofMinutes(8));
        assertThat(handles.find("ann")).contains("U0ann");
        assertThat(cursors).hasSize(3);

        clock.advance(Duration.ofMinutes(2));
        script.add(page("", "ann", "ann"));
        assertThat(handles.find("ben")).isEmpty();
    }

    @Test
    void a_handle_of_two_users_is_nobodys() {
        ObjectNode twice = page("", "ann", "ann");
        ((ObjectNode) twice.path("members").path(1)).put("id", "U0OTHER");
        script.add(twice);

        assertThat(handles.find("ann")).isEmpty();
    }
}
