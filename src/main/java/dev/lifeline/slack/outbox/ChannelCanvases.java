package dev.lifeline.slack.outbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lifeline.message.model.Audience;
import dev.lifeline.message.model.CanvasResult;
import dev.lifeline.message.port.Canvases;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.slack.webapi.ApiMethod;
import dev.lifeline.slack.webapi.SlackCallException;
import dev.lifeline.slack.webapi.WebApi;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Canvases by {@code canvases.create} with the channel whose tab they are, which the free plan requires
 * (https://docs.slack.dev/reference/methods/canvases.create). One attempt; thread-safe.
 */
public final class ChannelCanvases implements Canvases {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelCanvases.class);

    /** Slack's errors that say more than their kind. */
    private static final Map<String, CanvasResult> RESULTS = Map.of(
            "canvas_disabled_user_team", CanvasResult.DISABLED,
            "team_tier_cannot_create_channel_canvases", CanvasResult.DISABLED,
            "free_team_canvas_tab_already_exists", CanvasResult.ONE_ONLY,
            "free_teams_cannot_create_standalone_canvases", CanvasResult.ONE_ONLY,
            "free_teams_cannot_create_non_tabbed_canvases", CanvasResult.ONE_ONLY,
            "no_permission", CanvasResult.CHANNEL_CLOSED,
            "access_denied", CanvasResult.CHANNEL_CLOSED);

    private final WebApi api;
    private final SharedChannels sharedChannels;

    public ChannelCanvases(WebApi api, SharedChannels sharedChannels) {
        this.api = api;
        this.sharedChannels = sharedChannels;
    }

    @Override
    public CanvasResult create(ChannelId channel, String title, String markdown) {
        if (sharedChannels.audience(channel.value()) != Audience.WORKSPACE) return CanvasResult.CHANNEL_SHARED;
        String content = JsonNodeFactory.instance
                .objectNode()
                .put("type", "markdown")
                .put("markdown", markdown)
                .toString();
        try {
            api.call(
                    ApiMethod.CANVASES_CREATE,
                    Map.of("channel_id", channel.value(), "title", title, "document_content", content));
            return CanvasResult.CREATED;
        } catch (SlackCallException failure) {
            LOG.warn("Canvas not created: {}", failure.getMessage());
            return result(failure);
        }
    }

    private static CanvasResult result(SlackCallException failure) {
        CanvasResult named = RESULTS.get(failure.code());
        if (named != null) return named;
        return switch (failure.errorKind()) {
            case RATE_LIMITED, NOT_SENT -> CanvasResult.TRY_LATER;
            case UNAVAILABLE -> CanvasResult.UNKNOWN;
            case UNAUTHORIZED, NOT_INSTALLED, SCOPE_MISSING -> CanvasResult.NOT_PERMITTED;
            case NOT_INVITED, CHANNEL_CLOSED -> CanvasResult.CHANNEL_CLOSED;
            case MESSAGE_GONE, INVALID_CONTENT, USER_UNREACHABLE, OTHER -> CanvasResult.REFUSED;
        };
    }
}
