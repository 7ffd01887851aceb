package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lifeline.testkit.Speaker;
import dev.lifeline.testkit.World;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Slack closes a channel, takes the bot out, shows old buttons or lets strangers press: what people get to see then. */
class SlackBadDayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void where_the_channel_is_archived_meanwhile_the_requester_is_written_to() {
        try (World world = World.inSeconds()) {
            Speaker asha = world.person("asha");
            asha.types("/rescue web-07").sees("Boot web-07.example.com into the rescue kernel?");
            asha.presses("Yes, boot into rescue").sees("confirmed.");
            world.slack(Map.of("fault", "archive-channel", "channel", "incident-42"));

            asha.in("@lifeline").sees("web-07.example.com is in the rescue kernel");

            assertThat(world.person("bruno").in("@lifeline").everything()).isEmpty();
        }
    }

    @Test
    void a_private_channel_that_is_shared_meanwhile_and_has_another_id_hears_the_story_to_its_end() {
        try (World world = World.servingOnly("G0OPSPRIVATE")) {
            Speaker asha = world.person("asha").in("ops-private");
            asha.types("/rescue web-07").sees("Boot web-07.example.com into the rescue kernel?");

            world.slack(Map.of("fault", "share-channel", "channel", "ops-private"));
            asha.presses("Yes, boot into rescue").sees("web-07.example.com is in the rescue kernel");
            asha.types("/rescue web-08").sees("Boot web-08.example.com into the rescue kernel?");

            assertThat(asha.thread("web-07")).doesNotHaveDuplicates();
            assertThat(world.calls("executeRescueLayer")).isEqualTo(1);
        }
    }

    @Test
    void P7_a_bot_that_is_uninstalled_says_nothing_loses_nothing_and_goes_on_when_it_is_back() {
        try (World world = World.inSeconds()) {
            Speaker asha = world.person("asha");
            asha.types("/rescue web-07").sees("Boot web-07.example.com into the rescue kernel?");
            asha.presses("Yes, boot into rescue").sees("confirmed.");
            world.slack(Map.of("fault", "uninstall-app"));
            await().atMost(PATIENCE).until(() -> !world.ready());

            world.slackRecovers();

            asha.sees("web-07.example.com is in the rescue kernel");
            await().atMost(PATIENCE).until(world::ready);
            assertThat(asha.thread("web-07")).doesNotHaveDuplicates();
            assertThat(world.calls("executeRescueLayer")).isEqualTo(1);
        }
    }

    @Test
    void replies_that_slack_took_and_never_showed_are_no_harm_since_the_card_tells_the_end() {
        try (World world = World.inSeconds()) {
            Speaker asha = world.person("asha");
            asha.types("/rescue web-07").sees("Boot web-07.example.com into the rescue kernel?");
            world.slack(Map.of("fault", "not-shown", "channel", "incident-42", "for", 600));

            asha.presses("Yes, boot into rescue").sees("web-07.example.com is in the rescue kernel");

            assertThat(world.calls("executeRescueLayer")).isEqualTo(1);
        }
    }

    @Test
    void sockets_that_are_open_and_silent_are_noticed_and_opened_anew() {
        try (World world = World.inSeconds()) {
            Speaker asha = world.person("asha");
            world.slack(Map.of("fault", "mute-socket"));

            await().atMost(PATIENCE).until(() -> asha.shouts("/rescue help"));

            asha.sees("What I can do");
        }
    }

    @Test
    void trap_14_a_guest_from_another_workspace_presses_in_vain() {
        try (World world = World.inSeconds()) {
            Speaker asha = world.person("asha").in("shared-partner");
            asha.types("/rescue web-07").sees("Boot web-07.example.com into the rescue kernel?");

            Speaker gwen = world.person("gwen").in("shared-partner");
            gwen.presses("Yes, boot into rescue").sees("This bot serves members of its own workspace only");

            assertThat(asha.everything()).doesNotContain("confirmed.");
            assertThat(world.orders()).isZero();
        }
    }

    @Test
    void trap_14_a_button_that_is_still_shown_long_after_it_was_answered_does_nothing() {
        try (World world = World.inSeconds()) {
            Speaker asha = world.person("asha");
            asha.types("/rescue web-07").sees("Boot web-07.example.com into the rescue kernel?");
            world.slack(Map.of("fault", "http-503", "method", "chat.update", "for", 600));
            asha.presses("No, cancel");

            asha.presses("Yes, boot into rescue").sees("This request is closed");

            assertThat(world.orders()).isZero();
        }
    }

    @Test
    void trap_14_a_button_that_is_pressed_long_after_it_was_shown_does_nothing() {
        try (World world = World.inSeconds()) {
            Speaker asha = world.person("asha");
            asha.types("/rescue web-07").sees("Boot web-07.example.com into the rescue kernel?");
            world.slack(Map.of("fault", "http-503", "method", "chat.update", "for", 600));
            Duration halfADay = Duration.ofHours(12);
            world.passes(halfADay);
            await().atMost(PATIENCE).until(() -> String.join("", world.record()).contains("\"expired\""));
            world.passes(halfADay.negated()); // a request that Slack signs half a day ago would not count

            asha.presses("Yes, boot into rescue").sees("This request is closed");

            assertThat(world.orders()).isZero();
        }
    }

    @Test
    void trap_14_a_button_that_is_pressed_ten_times_at_once_and_once_more_is_one_order() {
        try (World world = World.inSeconds()) {
            Speaker asha = world.person("asha");
            asha.types("/rescue web-07").sees("Boot web-07.example.com into the rescue kernel?");
            world.slack(Map.of("fault", "http-503", "method", "chat.update", "for", 600)); // the button stays

            assertThat(IntStream.range(0, 10).parallel().mapToObj(press -> asha.tries("Yes, boot into rescue")))
                    .allMatch(pressed -> pressed.path("acked").asBoolean());
            await().atMost(PATIENCE).until(() -> world.orders() > 0);
            asha.presses("Yes, boot into rescue");

            await().atMost(PATIENCE).until(() -> asha.notices().size() == 10);
            assertThat(asha.notices()).allMatch(notice -> notice.contains("This was answered already"));
            assertThat(world.orders()).isEqualTo(1);
        }
    }

    @Test
    void trap_16_a_button_carries_an_id_and_nothing_that_anybody_could_read() {
        try (World world = World.inSeconds()) {
            Speaker asha = world.person("asha");
            asha.types("/rescue web-07").sees("Boot web-07.example.com into the rescue kernel?");

            assertThat(asha.carriedBy("rescue.confirm")).matches("[0-9a-f]{32}");
            assertThat(asha.carriedBy("rescue.cancel")).matches("[0-9a-f]{32}");
        }
    }
}
