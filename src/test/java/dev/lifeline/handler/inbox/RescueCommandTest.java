package dev.lifeline.handler.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import dev.lifeline.access.SlackUserId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RescueCommandTest {

    @Test
    void a_single_word_is_a_device() {
        assertThat(RescueCommand.parse(" web-07 ")).isEqualTo(new RescueCommand.Launch("web-07"));
    }

    @Test
    void verbs_are_read_in_any_case() {
        assertThat(RescueCommand.parse("STATUS web-07")).isEqualTo(new RescueCommand.Status(Optional.of("web-07")));
        assertThat(RescueCommand.parse("Exit web-07")).isEqualTo(new RescueCommand.Exit("web-07"));
        assertThat(RescueCommand.parse("list")).isEqualTo(new RescueCommand.ListDevices(""));
    }

    @Test
    void nothing_typed_asks_for_help() {
        assertThat(RescueCommand.parse("  ")).isEqualTo(new RescueCommand.Help());
    }

    @Test
    void a_name_that_slack_made_a_link_of_is_the_name() {
        assertThat(RescueCommand.parse("<http://web-07.example.com|web-07.example.com>"))
                .isEqualTo(new RescueCommand.Launch("web-07.example.com"));
        assertThat(RescueCommand.parse("exit <http://web-07.example.com>"))
                .isEqualTo(new RescueCommand.Exit("web-07.example.com"));
    }

    @Test
    void quotes_around_a_copied_name_do_not_belong_to_it() {
        assertThat(RescueCommand.parse("`web-07`")).isEqualTo(new RescueCommand.Launch("web-07"));
    }

    @Test
    void exit_without_a_device_asks_for_one() {
        assertThat(RescueCommand.parse("exit")).isEqualTo(new RescueCommand.MissingDevice("exit"));
    }

    @Test
    void link_and_unlink_are_about_oneself_or_about_a_person_by_id() {
        SlackUserId asha = new SlackUserId("U0ASHA");
        assertThat(RescueCommand.parse("link")).isEqualTo(new RescueCommand.LinkSelf());
        assertThat(RescueCommand.parse("unlink ")).isEqualTo(new RescueCommand.UnlinkSelf());
        assertThat(RescueCommand.parse("links")).isEqualTo(new RescueCommand.ListLinks());
        assertThat(RescueCommand.parse("link <@U0ASHA|elena> 307608_asha@example.com"))
                .isEqualTo(new RescueCommand.AssignLink(asha, "307608_asha@example.com"));
        assertThat(RescueCommand.parse("unlink <@U0ASHA>")).isEqualTo(new RescueCommand.UnlinkUser(asha));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "link asha 307608_asha",
                "link @asha 307608_asha",
                "link <@U0ASHA|asha>",
                "unlink asha",
                "link <@u0asha> x"
            })
    void P9_a_name_is_nobody(String typed) {
        assertThat(RescueCommand.parse(typed)).isEqualTo(new RescueCommand.LinkWithoutMention());
    }

    @Test
    void anything_typed_can_be_read() {
        qt().forAll(strings().allPossible().ofLengthBetween(0, 200)).check(typed -> RescueCommand.parse(typed) != null);
    }
}
