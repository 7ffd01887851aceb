package dev.lifeline.sandbox.slack.acting;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.slack.world.Json;
import dev.lifeline.sandbox.slack.world.Manifest;
import dev.lifeline.sandbox.slack.world.Workspace;
import dev.lifeline.sandbox.web.Answer;
import dev.lifeline.sandbox.web.Call;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * {@code POST /sandbox/app}: what another app than the default one registers, as JSON with any of {@code commands},
 * {@code shortcuts}, {@code events} and {@code scopes}; what is left out stays.
 */
public final class ManifestDesk {

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    private final Workspace workspace;

    public ManifestDesk(Workspace workspace) {
        this.workspace = workspace;
    }

    public Answer answer(Call call) {
        JsonNode wish = Json.read(call.text()).orElse(Json.NULL);
        if (!call.method().equals("POST") || !wish.isObject()) return refuse("a POST with a JSON object is wanted");
        Manifest wanted = revised(workspace.app().manifest(), wish);
        Optional<String> objection = Registration.objection(wanted);
        if (objection.isPresent()) return refuse(objection.get());
        workspace.app().revise(old -> wanted);
        workspace.shown().changes().elsewhere();
        return Answer.json(OK, Json.object("ok", true));
    }

    private static Answer refuse(String error) {
        return Answer.json(BAD_REQUEST, Json.object("ok", false, "error", error));
    }

    private static Manifest revised(Manifest old, JsonNode wish) {
        List<Manifest.Command> commands = wish.has("commands")
                ? items(wish.path("commands")).stream()
                        .map(ManifestDesk::command)
                        .toList()
                : old.commands();
        List<Manifest.Shortcut> shortcuts = wish.has("shortcuts")
                ? items(wish.path("shortcuts")).stream()
                        .map(ManifestDesk::shortcut)
                        .toList()
                : old.shortcuts();
        return new Manifest(
                commands, shortcuts, words(wish, "events", old.events()), words(wish, "scopes", old.scopes()));
    }

    private static Manifest.Command command(JsonNode command) {
        return new Manifest.Command(
                command.path("command").asText(),
                command.path("description").asText(""),
                command.path("usage_hint").asText(""),
                command.path("should_escape").asBoolean());
    }

    private static Manifest.Shortcut shortcut(JsonNode shortcut) {
        String type = shortcut.path("type").asText("global");
        return new Manifest.Shortcut(
                shortcut.path("callback_id").asText(), shortcut.path("name").asText(), type);
    }

    private static Set<String> words(JsonNode wish, String name, Set<String> otherwise) {
        if (!wish.has(name)) return otherwise;
        return new LinkedHashSet<>(
                items(wish.path(name)).stream().map(JsonNode::asText).toList());
    }

    private static List<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
