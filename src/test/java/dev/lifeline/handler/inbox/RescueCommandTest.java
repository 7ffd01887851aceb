package dev.lifeline.handler.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import dev.lifeline.access.SlackUserId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RescueCommandTest {

    @Test
    void a_single_word_is_a_device() {
        assertThat(RescueCommand.parse(" web-07 ")).isEqualTo(new RescueCommand.Launch("web-07", ""));
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
                .isEqualTo(new RescueCommand.Launch("web-07.example.com", ""));
        assertThat(RescueCommand.parse("exit <http://web-07.example.com>"))
                .isEqualTo(new RescueCommand.Exit("web-07.example.com"));
    }

    @Test
    void quotes_around_a_copied_name_do_not_belong_to_it() {
        assertThat(RescueCommand.parse("`web-07`")).isEqualTo(new RescueCommand.Launch("web-07", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "web-07 because disk full | disk full",
                "web-07 BECAUSE of the disk | the disk",
                "web-07 -- disk full | disk full",
                "web-07 --disk full | disk full",
                "web-07 — disk full | disk full",
                "web-07 perché il disco è pieno | il disco è pieno",
                "web-07 perche' il disco è pieno | il disco è pieno",
                "web-07 motivo: disco pieno | disco pieno",
                "launch web-07 because disk full | disk full",
                "rescue web-07 because disk full | disk full",
                "`web-07` because disk full | disk full",
                "web-07, because disk full | disk full"
            })
    void the_reason_stands_behind_the_device(String typed, String reason) {
        assertThat(RescueCommand.parse(typed)).isEqualTo(new RescueCommand.Launch("web-07", reason));
    }

    @Test
    void the_reason_stands_behind_a_link() {
        assertThat(RescueCommand.parse("<http://web-07.example.com|web-07> because &lt;disk&gt; full"))
                .isEqualTo(new RescueCommand.Launch("web-07", "<disk> full"));
    }

    @Test
    void words_behind_the_device_may_be_the_reason() {
        assertThat(RescueCommand.parse("web-07 disk full"))
                .isEqualTo(new RescueCommand.LaunchWithWords("web-07", "disk full"));
        assertThat(RescueCommand.parse("web-07 becauses"))
                .isEqualTo(new RescueCommand.LaunchWithWords("web-07", "becauses"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"web-07 && db-01", "web-07\" || \"1\"=\"1", "~ .*", "web-07 ${x}"})
    void P9_what_no_reason_begins_with_is_not_taken_for_one(String typed) {
        assertThat(RescueCommand.parse(typed)).isInstanceOf(RescueCommand.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssh web-07",
                "ssh root@web-07",
                "ssh root@web-07 -p 22",
                "ssh -p 22 -i key.pem root@web-07",
                "ssh -p22 web-07"
            })
    void a_pasted_ssh_command_names_its_host(String typed) {
        assertThat(RescueCommand.parse(typed)).isEqualTo(new RescueCommand.Launch("web-07", ""));
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
