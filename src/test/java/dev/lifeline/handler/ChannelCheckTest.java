package dev.lifeline.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.handler.context.ServedChannels;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.handler.inbox.Interaction.Payload;
import dev.lifeline.message.port.ChannelRedirects;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.testkit.Fixtures;
import dev.lifeline.testkit.InMemoryRescueRequests;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** With {@code LIFELINE_CHANNELS}: which interactions are served. */
class ChannelCheckTest {

    private static final ChannelId NEW_CHANNEL = new ChannelId("C0NEW");
    private static final ChannelId DIRECT_MESSAGE = new ChannelId("D0ASHA");

    private final RescueRequests requests = new InMemoryRescueRequests();
    private final RescueRequest request = requests.open(Fixtures.openedRequest());
    private final ChannelCheck check = serving(request.plan().channel().value());

    private ChannelCheck serving(String channel) {
        return new ChannelCheck(new ServedChannels(Set.of(channel), ChannelRedirects.NONE), requests);
    }

    @Test
    void a_button_of_a_request_is_served_wherever_it_is_clicked() {
        String id = request.id().value();

        assertThat(denied(check, NEW_CHANNEL, new Payload.ButtonClick("rescue.confirm", id)))
                .isFalse();
        assertThat(denied(check, NEW_CHANNEL, new Payload.ButtonClick("rescue.approve", id + ".0a1b2c")))
                .isFalse();
        assertThat(denied(check, DIRECT_MESSAGE, new Payload.ViewSubmission("rescue.confirm", id, Map.of())))
                .isFalse();
    }

    @Test
    void a_command_and_a_button_of_no_request_are_served_in_served_channels_only() {
        assertThat(denied(check, NEW_CHANNEL, new Payload.SlashCommand("web-07")))
                .isTrue();
        assertThat(denied(check, NEW_CHANNEL, new Payload.ButtonClick("rescue.confirm", "0123456789abcdef")))
                .isTrue();
        assertThat(denied(check, NEW_CHANNEL, new Payload.ButtonClick("rescue.confirm", "' or 1=1")))
                .isTrue();
        assertThat(denied(check, request.plan().channel(), new Payload.SlashCommand("web-07")))
                .isFalse();
    }

    @Test
    void a_button_of_a_request_from_a_channel_that_is_no_longer_served_is_denied() {
        Payload click = new Payload.ButtonClick("rescue.confirm", request.id().value());

        assertThat(denied(serving("C0OTHER"), request.plan().channel(), click)).isTrue();
    }

    private static boolean denied(ChannelCheck check, ChannelId channel, Payload payload) {
        Interaction interaction =
                new Interaction("1", new SlackUserId("U1"), channel, payload, Optional.empty(), Fixtures.NOON);
        return check.denialReason(interaction).isPresent();
    }
}
