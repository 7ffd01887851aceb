package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.workspace.Channel;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.slack.workspace.Message;
import dev.lifeline.sandbox.slack.workspace.MessageJson;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** {@code conversations.history} and {@code conversations.replies}: messages of a channel or thread. */
final class HistoryMethods {

    private static final String[] HISTORY_SCOPES = {"channels:history", "groups:history", "im:history", "mpim:history"};

    private final Workspace workspace;
    private final ChannelAccess channelAccess;

    HistoryMethods(Workspace workspace, ChannelAccess channelAccess) {
        this.workspace = workspace;
        this.channelAccess = channelAccess;
    }

    List<ApiMethod> all() {
        return List.of(
                ApiMethod.forBotToken("conversations.history", RateLimitTier.TIER_3, this::history, HISTORY_SCOPES),
                ApiMethod.forBotToken("conversations.replies", RateLimitTier.TIER_3, this::replies, HISTORY_SCOPES));
    }

    /** Newest first; replies only where they were broadcast to the channel. */
    private ObjectNode history(Arguments arguments) throws ApiErrorException {
        Channel channel = channelAccess.forHistory(arguments);
        List<Message> shown = new ArrayList<>(workspace.messageLog().messagesIn(channel.id()).stream()
                .filter(message -> !message.isEphemeral())
                .filter(message -> !message.isThreadReply() || message.annotations().replyBroadcast())
                .toList());
        Collections.reverse(shown);
        return page(arguments, shown)
                .put("pin_count", 0)
                .put("channel_actions_count", 0)
                .set("channel_actions_ts", Json.NULL);
    }

    /** The first message of the thread, then its replies, oldest first. */
    private ObjectNode replies(Arguments arguments) throws ApiErrorException {
        Channel channel = channelAccess.forHistory(arguments);
        Message requested = workspace
                .messageLog()
                .findStored(channel.id(), arguments.require("ts", "thread_not_found"))
                .orElseThrow(() -> new ApiErrorException("thread_not_found"));
        Message root = requested.location()
                .threadTs()
                .flatMap(ts -> workspace.messageLog().find(channel.id(), ts))
                .orElse(requested);
        List<Message> thread = Stream.concat(Stream.of(root), workspace.messageLog().repliesTo(root).stream())
                .toList();
        return page(arguments, thread);
    }

    private ObjectNode page(Arguments arguments, List<Message> messages) throws ApiErrorException {
        MessageJson messageJson = new MessageJson(workspace);
        boolean withMetadata = arguments.booleanValue("include_all_metadata");
        Predicate<Message> requestedRange = inTimeRange(arguments);
        List<ObjectNode> json = messages.stream()
                .filter(requestedRange)
                .map(message -> withMetadata ? messageJson.withMetadata(message) : messageJson.of(message))
                .toList();
        CursorPagination pagination = CursorPagination.fromArguments(arguments);
        return pagination.page("messages", json).put("has_more", pagination.hasMore(json));
    }

    /** The bounds {@code oldest} and {@code latest} are excluded unless {@code inclusive} is set. */
    private static Predicate<Message> inTimeRange(Arguments arguments) throws ApiErrorException {
        int slack = arguments.booleanValue("inclusive") ? 0 : 1;
        Optional<BigDecimal> oldest = parseTs(arguments, "oldest");
        Optional<BigDecimal> latest = parseTs(arguments, "latest");
        return message -> {
            BigDecimal at = new BigDecimal(message.ts());
            boolean early = oldest.filter(from -> at.compareTo(from) < slack).isPresent();
            boolean late = latest.filter(to -> to.compareTo(at) < slack).isPresent();
            return !early && !late;
        };
    }

    private static Optional<BigDecimal> parseTs(Arguments arguments, String name) throws ApiErrorException {
        try {
            return arguments.text(name).map(BigDecimal::new);
        } catch (NumberFormatException e) {
            throw new ApiErrorException("invalid_ts_" + name);
        }
    }
}
