package dev.lifeline.slack;

import static dev.lifeline.testkit.Fixtures.ASHA_ASKS;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.approvals;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.Device;
import dev.lifeline.device.OperatingSystem.Family;
import dev.lifeline.message.Message;
import dev.lifeline.message.Voice;
import dev.lifeline.rescue.Confirmation;
import dev.lifeline.rescue.Electorate;
import dev.lifeline.rescue.Happening;
import dev.lifeline.rescue.Move;
import dev.lifeline.rescue.PastRescue;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.testkit.Fixtures;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attack: a device or a provider's note whose name speaks to people, or is read the other way round. */
class NastyNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!channel>",
                "<@U0ELENA>",
                "<!subteam^S1>",
                "<http://evil|web-07>",
                "a\u202Eb\u2066c",
                "x\u0007y"
            })
    void attack_mentions_and_turned_text_in_device_names_and_notes_stay_text(String nasty) {
        Voice voice = Voice.in(Locale.ENGLISH);
        RescueRequest asked = asked(nasty);
        RescueRequest waiting = ((Move.Moved) asked.confirm(
                        ASHA_ASKS, new Confirmation(RescueSystem.AS_INSTALLED, nasty, false), Electorate.UNNAMED, NOON))
                .next();
        PastRescue past = new PastRescue(waiting, List.of(), nasty, Optional.of(Duration.ofMinutes(3)));
        Stream.of(
                        voice.cards().card(asked),
                        voice.cards().card(waiting),
                        voice.tidings().of(waiting, new Happening.UnderWay(nasty, Optional.empty())),
                        voice.tidings().of(waiting, new Happening.LaunchRefused(nasty)),
                        voice.tidings().of(waiting, new Happening.Denied(Fixtures.BRUNO, nasty)),
                        voice.history().all(List.of(past)),
                        voice.history().timeline(waiting, List.of(nasty)))
                .forEach(message -> isOnlyText(message, nasty));
    }

    private static RescueRequest asked(String name) {
        Device device = Fixtures.guest(7, name, Family.LINUX, 8192);
        return RescueRequest.opened(
                new RequestId("request00007"), Fixtures.plan(device, approvals(1)), NOON.plus(Duration.ofMinutes(10)));
    }

    /** Slack parses the text beside the blocks; in the blocks only an element of its own is a mention. */
    private static void isOnlyText(Message message, String nasty) {
        BlockKit.Rendered rendered = BlockKit.render(message, "v1");
        assertThat(rendered.text()).doesNotContain(nasty);
        assertThat(rendered.text() + rendered.blocks()).doesNotContainPattern("[\u202A-\u202E\u2066-\u2069\u0007]");
        assertThat(rendered.blocks().findValuesAsText("user_id")).doesNotContain("U0ELENA");
        assertThat(rendered.blocks().findValuesAsText("type")).doesNotContain("broadcast", "usergroup", "link");
    }
}
