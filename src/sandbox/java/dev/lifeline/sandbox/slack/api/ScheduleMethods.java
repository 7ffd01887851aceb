package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.delivery.Timers;
import dev.lifeline.sandbox.slack.workspace.Channel;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.slack.workspace.Message;
import dev.lifeline.sandbox.slack.workspace.MessageJson;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code chat.scheduleMessage}: posts when the time has come, within 120 days
 * (https://docs.slack.dev/reference/methods/chat.scheduleMessage).
 */
final class ScheduleMethods {

    private static final Duration MAX_AHEAD = Duration.ofDays(120);
    private static final int MAX_TEXT_CHARS = 40_000;

    private final AtomicInteger scheduledCount = new AtomicInteger();
    private final Workspace workspace;
    private final ChannelAccess channelAccess;
    private final MessageContentParser contentParser;
    private final Timers timers;

    ScheduleMethods(
            Workspace workspace, ChannelAccess channelAccess, MessageContentParser contentParser, Timers timers) {
        this.workspace = workspace;
        this.channelAccess = channelAccess;
        this.contentParser = contentParser;
        this.timers = timers;
    }

    List<ApiMethod> all() {
        return List.of(
                ApiMethod.forBotToken("chat.scheduleMessage", RateLimitTier.TIER_3, this::schedule, "chat:write"));
    }

    private ObjectNode schedule(Arguments arguments) throws ApiErrorException {
        Channel channel = channelAccess.forPost(arguments);
        Message.Content content = contentParser.withMaxChars(arguments, MAX_TEXT_CHARS);
        long at = postAt(arguments);
        Duration ahead = Duration.ofSeconds(at - workspace.clock().epochSecond());
        if (ahead.isNegative() || ahead.isZero()) throw new ApiErrorException("time_in_past");
        if (ahead.compareTo(MAX_AHEAD) > 0) throw new ApiErrorException("time_too_far");
        timers.schedule(ahead, () -> workspace
                .messageLog()
                .post(channel.id(), arguments.text("thread_ts"), workspace.app().ids().botUser(), content));
        return Json.object(
                "scheduled_message_id", "Q%010d".formatted(scheduledCount.incrementAndGet()),
                "channel", channel.id(),
                "post_at", at,
                "message", messageJson(content));
    }

    private static long postAt(Arguments arguments) throws ApiErrorException {
        try {
            return Long.parseLong(arguments.require("post_at", "invalid_time"));
        } catch (NumberFormatException e) {
            throw new ApiErrorException("invalid_time");
        }
    }

    /** What will be posted; it has no {@code ts} yet. */
    private ObjectNode messageJson(Message.Content content) {
        ObjectNode message = Json.object(
                "type", "delayed_message",
                "text", content.text(),
                "user", workspace.app().ids().botUser(),
                "bot_id", workspace.app().ids().bot(),
                "app_id", workspace.app().ids().app(),
                "team", workspace.app().team().id(),
                "bot_profile", MessageJson.botProfile(workspace.app()));
        return content.blocks().isEmpty() ? message : message.set("blocks", content.blocks());
    }
}
