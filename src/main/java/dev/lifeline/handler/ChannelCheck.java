package dev.lifeline.handler;

import dev.lifeline.access.DenialReason;
import dev.lifeline.handler.context.ServedChannels;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueRequests;
import java.util.Optional;

/**
 * Checks that an interaction belongs to a served channel. A button of a request belongs to the channel that the request was made in,
 * wherever it is clicked: the requester may have got it as a direct message, and when Slack gives a channel another id, a click may come
 * before the event that tells so.
 */
public final class ChannelCheck {

    private final ServedChannels servedChannels;
    private final RescueRequests requests;

    public ChannelCheck(ServedChannels servedChannels, RescueRequests requests) {
        this.servedChannels = servedChannels;
        this.requests = requests;
    }

    /** Why the interaction is denied; empty where its channel is served. */
    Optional<DenialReason> denialReason(Interaction interaction) {
        return servedChannels.denialReason(interaction.channel()).filter(denied -> !isForServedRequest(interaction));
    }

    private boolean isForServedRequest(Interaction interaction) {
        Optional<RescueRequest> request =
                ButtonValue.parse(interaction.buttonValue()).requestId().flatMap(requests::find);
        return request.filter(found ->
                        servedChannels.denialReason(found.plan().channel()).isEmpty())
                .isPresent();
    }
}
