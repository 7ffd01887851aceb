package dev.lifeline.sandbox.slack.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.delivery.Sockets;
import dev.lifeline.sandbox.slack.workspace.Channel;
import dev.lifeline.sandbox.slack.workspace.InstalledApp;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.slack.workspace.Manifest;
import dev.lifeline.sandbox.slack.workspace.User;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import dev.lifeline.sandbox.web.HttpResponse;
import dev.lifeline.sandbox.web.HttpRequest;
import java.util.List;
import java.util.stream.Stream;

/** {@code GET /sandbox/world}: the users, channels, app, commands and shortcuts of the workspace. */
public final class WorldRoute {

    private static final int OK = 200;

    private final Workspace workspace;
    private final Sockets sockets;

    public WorldRoute(Workspace workspace, Sockets sockets) {
        this.workspace = workspace;
        this.sockets = sockets;
    }

    public HttpResponse handle(HttpRequest httpRequest) {
        InstalledApp app = workspace.app();
        Stream<ObjectNode> channels = workspace.channels().all().stream()
                .filter(channel -> channel.type() != Channel.Type.DIRECT_MESSAGE)
                .map(this::toJson);
        return HttpResponse.json(
                OK,
                Json.object(
                        "team", app.team(),
                        "app", appJson(app),
                        "people",
                                Json.array(workspace.users().all().stream()
                                        .map(WorldRoute::toJson)
                                        .toList()),
                        "channels", Json.array(channels.toList()),
                        "user_groups", Json.array(workspace.users().userGroups()),
                        "commands",
                                Json.array(app.manifest().commands().stream()
                                        .map(WorldRoute::toJson)
                                        .toList()),
                        "shortcuts",
                                Json.array(app.manifest().shortcuts().stream()
                                        .map(WorldRoute::toJson)
                                        .toList()),
                        "scopes", Json.array(app.scopes()),
                        "sockets", sockets.count()));
    }

    private static ObjectNode appJson(InstalledApp app) {
        return Json.object(
                "id", app.ids().app(),
                "name", "Lifeline",
                "bot_user_id", app.ids().botUser(),
                "bot_id", app.ids().bot());
    }

    private static ObjectNode toJson(User user) {
        return Json.object(
                "id", user.id(),
                "name", user.handle(),
                "real_name", user.profile().realName(),
                "email", user.profile().email(),
                "locale", user.profile().locale(),
                "tz", user.profile().timeZone(),
                "title", user.profile().title(),
                "is_bot", user.membership().isBot(),
                "is_restricted", user.membership().isRestricted(),
                "is_ultra_restricted", user.membership().isUltraRestricted(),
                "deleted", user.membership().isDeactivated(),
                "is_stranger", user.membership().isStranger(),
                "team_id", user.membership().teamId());
    }

    private ObjectNode toJson(Channel channel) {
        List<String> members = channel.members().stream()
                .flatMap(id -> workspace.users().byId(id).stream())
                .map(User::handle)
                .toList();
        return Json.object(
                "id", channel.id(),
                "name", channel.name(),
                "is_private", channel.type() == Channel.Type.PRIVATE,
                "is_ext_shared", channel.state().shared(),
                "is_archived", channel.state().archived(),
                "topic", channel.state().topic(),
                "members", members);
    }

    private static ObjectNode toJson(Manifest.SlashCommand slashCommand) {
        return Json.object(
                "command", slashCommand.command(),
                "description", slashCommand.description(),
                "usage_hint", slashCommand.usageHint(),
                "should_escape", slashCommand.shouldEscape());
    }

    private static ObjectNode toJson(Manifest.Shortcut shortcut) {
        return Json.object("callback_id", shortcut.callbackId(), "name", shortcut.name(), "type", shortcut.type());
    }
}
