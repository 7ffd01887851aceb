package dev.lifeline.sandbox.slack.user;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.slack.workspace.Manifest;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import dev.lifeline.sandbox.web.HttpResponse;
import dev.lifeline.sandbox.web.HttpRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * {@code POST /sandbox/app}: what another app than the default one registers, as JSON with any of {@code commands},
 * {@code shortcuts}, {@code events} and {@code scopes}; what is left out stays.
 */
public final class ManifestRoute {

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    private final Workspace workspace;

    public ManifestRoute(Workspace workspace) {
        this.workspace = workspace;
    }

    public HttpResponse handle(HttpRequest httpRequest) {
        JsonNode wish = Json.parse(httpRequest.text()).orElse(Json.NULL);
        if (!httpRequest.method().equals("POST") || !wish.isObject()) return errorResponse("a POST with a JSON object is wanted");
        Manifest wanted = mergedManifest(workspace.app().manifest(), wish);
        Optional<String> objection = ManifestValidation.validationError(wanted);
        if (objection.isPresent()) return errorResponse(objection.get());
        workspace.app().updateManifest(old -> wanted);
        workspace.visibleState().changes().workspaceChanged();
        return HttpResponse.json(OK, Json.object("ok", true));
    }

    private static HttpResponse errorResponse(String error) {
        return HttpResponse.json(BAD_REQUEST, Json.object("ok", false, "error", error));
    }

    private static Manifest mergedManifest(Manifest old, JsonNode wish) {
        List<Manifest.SlashCommand> slashCommands = wish.has("commands")
                ? items(wish.path("commands")).stream()
                        .map(ManifestRoute::command)
                        .toList()
                : old.commands();
        List<Manifest.Shortcut> shortcuts = wish.has("shortcuts")
                ? items(wish.path("shortcuts")).stream()
                        .map(ManifestRoute::shortcut)
                        .toList()
                : old.shortcuts();
        return new Manifest(
                slashCommands, shortcuts, stringSet(wish, "events", old.events()), stringSet(wish, "scopes", old.scopes()));
    }

    private static Manifest.SlashCommand command(JsonNode command) {
        return new Manifest.SlashCommand(
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

    private static Set<String> stringSet(JsonNode wish, String name, Set<String> otherwise) {
        if (!wish.has(name)) return otherwise;
        return new LinkedHashSet<>(
                items(wish.path(name)).stream().map(JsonNode::asText).toList());
    }

    private static List<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
