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
 * {@code POST /sandbox/app}: replaces parts of the app's manifest, as JSON with any of {@code commands}, {@code shortcuts},
 * {@code events} and {@code scopes}; a part that is absent stays.
 */
public final class ManifestRoute {

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    private final Workspace workspace;

    public ManifestRoute(Workspace workspace) {
        this.workspace = workspace;
    }

    public HttpResponse handle(HttpRequest httpRequest) {
        JsonNode request = Json.parse(httpRequest.text()).orElse(Json.NULL);
        if (!httpRequest.method().equals("POST") || !request.isObject()) return errorResponse("send a POST with a JSON object");
        Manifest manifest = mergedManifest(workspace.app().manifest(), request);
        Optional<String> error = ManifestValidation.validationError(manifest);
        if (error.isPresent()) return errorResponse(error.get());
        workspace.app().updateManifest(current -> manifest);
        workspace.visibleState().changes().workspaceChanged();
        return HttpResponse.json(OK, Json.object("ok", true));
    }

    private static HttpResponse errorResponse(String error) {
        return HttpResponse.json(BAD_REQUEST, Json.object("ok", false, "error", error));
    }

    private static Manifest mergedManifest(Manifest current, JsonNode request) {
        List<Manifest.SlashCommand> slashCommands = request.has("commands")
                ? items(request.path("commands")).stream()
                        .map(ManifestRoute::command)
                        .toList()
                : current.commands();
        List<Manifest.Shortcut> shortcuts = request.has("shortcuts")
                ? items(request.path("shortcuts")).stream()
                        .map(ManifestRoute::shortcut)
                        .toList()
                : current.shortcuts();
        return new Manifest(
                slashCommands, shortcuts, stringSet(request, "events", current.events()), stringSet(request, "scopes", current.scopes()));
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

    private static Set<String> stringSet(JsonNode request, String name, Set<String> defaults) {
        if (!request.has(name)) return defaults;
        return new LinkedHashSet<>(
                items(request.path(name)).stream().map(JsonNode::asText).toList());
    }

    private static List<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
