package dev.lifeline.sandbox.slack.acting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.delivery.Sockets;
import dev.lifeline.sandbox.slack.world.Channel;
import dev.lifeline.sandbox.slack.world.InstalledApp;
import dev.lifeline.sandbox.slack.world.Json;
import dev.lifeline.sandbox.slack.world.Manifest;
import dev.lifeline.sandbox.slack.world.Person;
import dev.lifeline.sandbox.slack.world.Workspace;
import dev.lifeline.sandbox.web.Answer;
import dev.lifeline.sandbox.web.Call;
import java.util.List;
import java.util.stream.Stream;

/** {@code GET /sandbox/world}: who and what is there? */
public final class WorldView {

    private static final int OK = 200;

    private final Workspace workspace;
    private final Sockets sockets;

    public WorldView(Workspace workspace, Sockets sockets) {
        this.workspace = workspace;
        this.sockets = sockets;
    }

    public Answer answer(Call call) {
        InstalledApp app = workspace.app();
        Stream<ObjectNode> channels = workspace.channels().all().stream()
                .filter(channel -> channel.kind() != Channel.Kind.DIRECT)
                .map(this::json);
        return Answer.json(
                OK,
                Json.object(
                        "team", app.team(),
                        "app", app(app),
                        "people",
                                Json.array(workspace.people().all().stream()
                                        .map(WorldView::json)
                                        .toList()),
                        "channels", Json.array(channels.toList()),
                        "user_groups", Json.array(workspace.people().groups()),
                        "commands",
                                Json.array(app.manifest().commands().stream()
                                        .map(WorldView::json)
                                        .toList()),
                        "shortcuts",
                                Json.array(app.manifest().shortcuts().stream()
                                        .map(WorldView::json)
                                        .toList()),
                        "scopes", Json.array(app.scopes()),
                        "sockets", sockets.count()));
    }

    private static ObjectNode app(InstalledApp app) {
        return Json.object(
                "id", app.ids().app(),
                "name", "Lifeline",
                "bot_user_id", app.ids().botUser(),
                "bot_id", app.ids().bot());
    }

    private static ObjectNode json(Person person) {
        return Json.object(
                "id", person.id(),
                "name", person.handle(),
                "real_name", person.profile().realName(),
                "email", person.profile().email(),
                "locale", person.profile().locale(),
                "tz", person.profile().zone(),
                "title", person.profile().title(),
                "is_bot", person.standing().bot(),
                "is_restricted", person.standing().restricted(),
                "is_ultra_restricted", person.standing().ultraRestricted(),
                "deleted", person.standing().deactivated(),
                "is_stranger", person.standing().stranger(),
                "team_id", person.standing().teamId());
    }

    private ObjectNode json(Channel channel) {
        List<String> members = channel.members().stream()
                .flatMap(id -> workspace.people().byId(id).stream())
                .map(Person::handle)
                .toList();
        return Json.object(
                "id", channel.id(),
                "name", channel.name(),
                "is_private", channel.kind() == Channel.Kind.PRIVATE,
                "is_ext_shared", channel.condition().shared(),
                "is_archived", channel.condition().archived(),
                "topic", channel.condition().topic(),
                "members", members);
    }

    private static ObjectNode json(Manifest.Command command) {
        return Json.object(
                "command", command.command(),
                "description", command.description(),
                "usage_hint", command.usageHint(),
                "should_escape", command.escaped());
    }

    private static ObjectNode json(Manifest.Shortcut shortcut) {
        return Json.object("callback_id", shortcut.callbackId(), "name", shortcut.name(), "type", shortcut.type());
    }
}
