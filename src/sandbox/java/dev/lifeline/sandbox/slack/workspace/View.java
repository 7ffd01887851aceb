package dev.lifeline.sandbox.slack.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * A modal that a user has open, or their App Home.
 *
 * @param userId the user who sees it
 * @param definition what the app sent, blocks completed with ids
 * @param values the input so far: block id, action id, value
 * @param errors the app's errors for the last submission: block id, message
 */
public record View(Ids ids, String userId, ObjectNode definition, ObjectNode values, ObjectNode errors) {

    /** The ids; the hash changes with every update. */
    public record Ids(String id, String hash, String rootViewId, Optional<String> previousViewId) {}

    public String id() {
        return ids.id();
    }

    View withDefinition(ObjectNode newDefinition, ObjectNode newValues, String hash) {
        Ids newIds = new Ids(ids.id(), hash, ids.rootViewId(), ids.previousViewId());
        return new View(newIds, userId, newDefinition, newValues, Json.object());
    }

    View withValues(ObjectNode newValues) {
        return new View(ids, userId, definition, newValues, errors);
    }

    View withErrors(ObjectNode newErrors) {
        return new View(ids, userId, definition, values, newErrors);
    }

    private static void addEmoji(JsonNode text) {
        if (text instanceof ObjectNode object && !object.has("emoji")) object.put("emoji", true);
    }

    /** Returns the view as the Web API and payloads contain it. */
    public ObjectNode toJson(InstalledApp app) {
        ObjectNode json = Json.object(
                "id",
                id(),
                "team_id",
                app.team().id(),
                "app_id",
                app.ids().app(),
                "app_installed_team_id",
                app.team().id(),
                "bot_id",
                app.ids().bot(),
                "title",
                Json.NULL,
                "close",
                Json.NULL,
                "submit",
                Json.NULL,
                "private_metadata",
                "",
                "callback_id",
                "",
                "external_id",
                "",
                "clear_on_close",
                false,
                "notify_on_close",
                false);
        json.setAll(definition.deepCopy());
        for (String field : List.of("title", "submit", "close")) addEmoji(json.path(field));
        return json.setAll(Json.object(
                "state", Json.object("values", values),
                "hash", ids.hash(),
                "root_view_id", ids.rootViewId(),
                "previous_view_id", ids.previousViewId().<Object>map(id -> id).orElse(Json.NULL)));
    }
}
