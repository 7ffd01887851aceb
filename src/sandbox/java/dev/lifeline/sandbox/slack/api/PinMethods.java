package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.workspace.Channel;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code pins.add} and {@code bookmarks.add} (https://docs.slack.dev/reference/methods/pins.add). Both are kept, and shown nowhere on the
 * page.
 */
final class PinMethods {

    private static final int MAX_PINS = 100;
    private static final int MAX_BOOKMARKS = 100;
    private static final int MAX_TITLE_CHARS = 256;
    private static final int MAX_LINK_CHARS = 2_048;
    private static final Set<String> ACCESS_LEVELS = Set.of("read", "write");

    private final Set<String> pinned = ConcurrentHashMap.newKeySet();
    private final AtomicInteger bookmarkCount = new AtomicInteger();
    private final Workspace workspace;
    private final ChannelAccess channelAccess;

    PinMethods(Workspace workspace, ChannelAccess channelAccess) {
        this.workspace = workspace;
        this.channelAccess = channelAccess;
    }

    List<ApiMethod> all() {
        return List.of(
                ApiMethod.forBotToken("pins.add", RateLimitTier.TIER_2, this::addPin, "pins:write"),
                ApiMethod.forBotToken("bookmarks.add", RateLimitTier.TIER_2, this::addBookmark, "bookmarks:write"));
    }

    private ObjectNode addPin(Arguments arguments) throws ApiErrorException {
        Channel channel = channelAccess.requireById(arguments);
        if (!workspace.isBotMember(channel)) throw new ApiErrorException("not_in_channel");
        String ts = arguments.require("timestamp", "no_item_specified");
        if (workspace.messageLog().findStored(channel.id(), ts).isEmpty()) throw new ApiErrorException("message_not_found");
        if (pinned.contains(channel.id() + ts)) throw new ApiErrorException("already_pinned");
        if (pinned.size() >= MAX_PINS) throw new ApiErrorException("too_many_pins");
        pinned.add(channel.id() + ts);
        return Json.object();
    }

    private ObjectNode addBookmark(Arguments arguments) throws ApiErrorException {
        Channel channel = workspace
                .channels()
                .byId(arguments.require("channel_id", "channel_not_found"))
                .filter(workspace::isBotMember)
                .orElseThrow(() -> new ApiErrorException("channel_not_found"));
        String title = arguments.require("title");
        if (title.length() > MAX_TITLE_CHARS) throw new ApiErrorException("invalid_arguments");
        if (!ACCESS_LEVELS.contains(arguments.text("access_level").orElse("read")))
            throw new ApiErrorException("invalid_arguments");
        if (!arguments.require("type").equals("link")) throw new ApiErrorException("invalid_bookmark_type");
        String link = checkLink(arguments.require("link", "invalid_link"));
        if (bookmarkCount.incrementAndGet() > MAX_BOOKMARKS) throw new ApiErrorException("too_many_bookmarks");
        return Json.object("bookmark", bookmark(channel, title, link, arguments.text("emoji").orElse("")));
    }

    private static String checkLink(String link) throws ApiErrorException {
        try {
            String scheme = String.valueOf(URI.create(link).getScheme());
            if (link.length() <= MAX_LINK_CHARS && Set.of("http", "https").contains(scheme)) return link;
        } catch (IllegalArgumentException e) {
            throw new ApiErrorException("invalid_link");
        }
        throw new ApiErrorException("invalid_link");
    }

    private ObjectNode bookmark(Channel channel, String title, String link, String emoji) {
        return Json.object(
                "id", "Bk%08d".formatted(bookmarkCount.get()),
                "channel_id", channel.id(),
                "title", title,
                "link", link,
                "emoji", emoji,
                "icon_url", "",
                "entity_id", Json.NULL,
                "type", "link",
                "date_created", workspace.clock().epochSecond(),
                "date_updated", 0,
                "rank", "U",
                "last_updated_by_user_id", workspace.app().ids().botUser(),
                "last_updated_by_team_id", workspace.app().team().id(),
                "shortcut_id", Json.NULL,
                "app_id", workspace.app().ids().app(),
                "app_action_id", Json.NULL);
    }
}
