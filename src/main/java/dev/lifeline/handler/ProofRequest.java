package dev.lifeline.handler;

import dev.lifeline.access.SlackUser;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.KeptVotes;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.handler.link.StartLinkHandler;
import dev.lifeline.message.reply.LinkReplies;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueRequests;
import java.time.Instant;

/** Gives somebody whom the bot cannot identify the address at which they show who they are, and keeps the approval that they pressed. */
public final class ProofRequest {

    private final StartLinkHandler startLink;
    private final KeptVotes keptVotes;
    private final RescueRequests requests;
    private final Replies replies;

    public ProofRequest(StartLinkHandler startLink, KeptVotes keptVotes, RescueRequests requests, Replies replies) {
        this.startLink = startLink;
        this.keptVotes = keptVotes;
        this.requests = requests;
        this.replies = replies;
    }

    /** The address that was asked for by a command. */
    Effects onCommand(Interaction interaction, SlackUser member) {
        return startLink.handle(interaction, member);
    }

    /** The address for a click that was denied. */
    Effects onClick(Interaction interaction, SlackUser member) {
        Effects address = startLink.handle(interaction, member);
        return ButtonValue.parse(interaction.buttonValue())
                .requestId()
                .flatMap(requests::find)
                .flatMap(request -> keptVotes
                        .until(interaction, request)
                        .map(until -> address.and(keep(interaction, member, request, until))))
                .orElse(address);
    }

    private Effects keep(Interaction interaction, SlackUser member, RescueRequest request, Instant until) {
        return keptVotes
                .keep(interaction, request, until)
                .and(replies.reply(interaction, LinkReplies.in(member.locale()).voteKept(request.device(), until)));
    }
}
