package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.workspace.Channel;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.slack.workspace.Message;
import dev.lifeline.sandbox.slack.workspace.Message.Reaction;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;

/** {@code reactions.add} and {@code reactions.remove}: emoji on messages. */
final class ReactionMethods {

    private final Workspace workspace;
    private final ChannelAccess channelAccess;

    ReactionMethods(Workspace workspace, ChannelAccess channelAccess) {
        this.workspace = workspace;
        this.channelAccess = channelAccess;
    }

    List<ApiMethod> all() {
        return List.of(
                ApiMethod.forBotToken("reactions.add", RateLimitTier.TIER_3, this::add, "reactions:write"),
                ApiMethod.forBotToken("reactions.remove", RateLimitTier.TIER_2, this::remove, "reactions:write"));
    }

    private ObjectNode add(Arguments arguments) throws ApiErrorException {
        Message message = findMessage(arguments, "is_archived");
        Reaction reaction = parseReaction(arguments);
        if (message.annotations().reactions().contains(reaction)) throw new ApiErrorException("already_reacted");
        List<Reaction> added = new ArrayList<>(message.annotations().reactions());
        added.add(reaction);
        return setReactions(message, added);
    }

    private ObjectNode remove(Arguments arguments) throws ApiErrorException {
        Message message = findMessage(arguments, "no_access");
        List<Reaction> remaining = new ArrayList<>(message.annotations().reactions());
        if (!remaining.remove(parseReaction(arguments))) throw new ApiErrorException("no_reaction");
        return setReactions(message, remaining);
    }

    private ObjectNode setReactions(Message message, List<Reaction> reactions) {
        workspace.messageLog().annotate(message, previous -> new Message.Annotations(previous.editedTs(), previous.replyBroadcast(), reactions));
        return Json.object();
    }

    private Message findMessage(Arguments arguments, String archivedError) throws ApiErrorException {
        Channel channel = channelAccess.forChange(arguments, archivedError);
        return workspace
                .messageLog()
                .findStored(channel.id(), arguments.require("timestamp", "no_item_specified"))
                .orElseThrow(() -> new ApiErrorException("message_not_found"));
    }

    private Reaction parseReaction(Arguments arguments) throws ApiErrorException {
        return new Reaction(
                arguments.require("name", "invalid_name"), workspace.app().ids().botUser());
    }
}
