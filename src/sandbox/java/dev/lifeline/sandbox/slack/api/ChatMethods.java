package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.workspace.Channel;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.slack.workspace.Message;
import dev.lifeline.sandbox.slack.workspace.MessageJson;
import dev.lifeline.sandbox.slack.workspace.User;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The methods of {@code chat.*}, but for streaming ({@link StreamMethods}). */
final class ChatMethods {

    private static final String WRITE_SCOPE = "chat:write";

    /** The limit of {@code chat.update}; posting allows more (src/docs/platform/slack.md, section Sizes). */
    private static final int MAX_UPDATE_CHARS = 4_000;

    private static final int MAX_EPHEMERAL_CHARS = 40_000;

    private final Workspace workspace;
    private final ChannelAccess channelAccess;
    private final MessageContentParser contentParser;
    private final Supplier<String> baseUrl;
    private final ApiFaults faults;

    ChatMethods(Workspace workspace, ChannelAccess channelAccess, MessageContentParser contentParser, Supplier<String> baseUrl, ApiFaults faults) {
        this.workspace = workspace;
        this.channelAccess = channelAccess;
        this.contentParser = contentParser;
        this.baseUrl = baseUrl;
        this.faults = faults;
    }

    List<ApiMethod> all() {
        return List.of(
                ApiMethod.forBotToken("chat.postMessage", RateLimitTier.SPECIAL, this::postMessage, WRITE_SCOPE),
                ApiMethod.forBotToken("chat.postEphemeral", RateLimitTier.TIER_4, this::postEphemeral, WRITE_SCOPE),
                ApiMethod.forBotToken("chat.update", RateLimitTier.TIER_3, this::update, WRITE_SCOPE),
                ApiMethod.forBotToken("chat.delete", RateLimitTier.TIER_3, this::delete, WRITE_SCOPE),
                ApiMethod.forBotToken("chat.getPermalink", RateLimitTier.SPECIAL, this::getPermalink));
    }

    private ObjectNode postMessage(Arguments arguments) throws ApiErrorException {
        Channel channel = channelAccess.forPost(arguments);
        Message.Content content = contentParser.forPost(arguments);
        Message posted = workspace.messageLog().post(channel.id(), arguments.text("thread_ts"), botUserId(), content);
        if (arguments.booleanValue("reply_broadcast")) markBroadcast(posted);
        if (faults.dropsMessage("chat.postMessage", channel.id()))
            workspace.messageLog().delete(posted);
        ObjectNode message = new MessageJson(workspace).withMetadata(posted);
        return Json.object("channel", channel.id(), "ts", posted.ts(), "message", message);
    }

    private void markBroadcast(Message posted) {
        workspace.messageLog().annotate(posted, annotations -> new Message.Annotations(annotations.editedTs(), true, annotations.reactions()));
    }

    private ObjectNode postEphemeral(Arguments arguments) throws ApiErrorException {
        Channel channel = channelAccess.forPost(arguments);
        User user = workspace
                .users()
                .byId(arguments.require("user"))
                .orElseThrow(() -> new ApiErrorException("user_not_in_channel"));
        if (!channel.hasMember(user.id())) throw new ApiErrorException("user_not_in_channel");
        Message.Content content = contentParser.withMaxChars(arguments, MAX_EPHEMERAL_CHARS);
        Optional<String> thread = arguments.text("thread_ts");
        Message shown = workspace.messageLog().postEphemeral(channel.id(), thread, botUserId(), user.id(), content);
        if (faults.dropsMessage("chat.postEphemeral", channel.id()))
            workspace.messageLog().delete(shown);
        return Json.object("message_ts", shown.ts());
    }

    private ObjectNode update(Arguments arguments) throws ApiErrorException {
        Channel channel = channelAccess.forChange(arguments, "is_inactive");
        Message message = findOwnMessage(channel, arguments.require("ts", "message_not_found"), "cant_update_message");
        Message.Content content = withOldMetadata(contentParser.withMaxChars(arguments, MAX_UPDATE_CHARS), message);
        boolean showEdited = content.blocks().isEmpty();
        Message updated = workspace.messageLog().update(message, content, showEdited).orElse(message);
        return Json.object(
                "channel", channel.id(),
                "ts", updated.ts(),
                "text", updated.content().text(),
                "message", new MessageJson(workspace).withMetadata(updated));
    }

    /** Keeps the old metadata where the update brings none. */
    private static Message.Content withOldMetadata(Message.Content content, Message previous) {
        Optional<ObjectNode> metadata =
                content.metadata().or(() -> previous.content().metadata());
        return new Message.Content(content.text(), content.blocks(), content.attachments(), metadata);
    }

    private ObjectNode delete(Arguments arguments) throws ApiErrorException {
        Channel channel = channelAccess.forChange(arguments, "cant_delete_message");
        Message message = findOwnMessage(channel, arguments.require("ts", "message_not_found"), "cant_delete_message");
        workspace.messageLog().delete(message);
        return Json.object("channel", channel.id(), "ts", message.ts());
    }

    /**
     * Finds a message of the bot's own. Slack does not store ephemeral messages, so they are not found
     * (src/docs/platform/slack.md, section Ephemeral messages).
     */
    private Message findOwnMessage(Channel channel, String ts, String errorForOthers) throws ApiErrorException {
        Message message = workspace
                .messageLog()
                .findStored(channel.id(), ts)
                .orElseThrow(() -> new ApiErrorException("message_not_found"));
        if (!message.userId().equals(botUserId())) throw new ApiErrorException(errorForOthers);
        return message;
    }

    private ObjectNode getPermalink(Arguments arguments) throws ApiErrorException {
        Channel channel = channelAccess.requireById(arguments);
        Message message = workspace
                .messageLog()
                .findStored(channel.id(), arguments.require("message_ts", "message_not_found"))
                .orElseThrow(() -> new ApiErrorException("message_not_found"));
        String thread = message.location()
                .threadTs()
                .map(ts -> "?thread_ts=" + ts + "&cid=" + channel.id())
                .orElse("");
        String link =
                baseUrl.get() + "/archives/" + channel.id() + "/p" + message.ts().replace(".", "") + thread;
        return Json.object("channel", channel.id(), "permalink", link);
    }

    private String botUserId() {
        return workspace.app().ids().botUser();
    }
}
