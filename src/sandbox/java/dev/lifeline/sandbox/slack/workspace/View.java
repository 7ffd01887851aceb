package dev.lifeline.sandbox.slack.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A modal that a person has open, or their App Home.
 *
 * @param userId the user id of who sees it
 * @param definition what the app sent, blocks completed with ids
 * @param values what the person has put in so far: block id, action id, value
 * @param errors what the app refused at the last submission: block id and sentence
 */
public record View(Ids ids, String userId, ObjectNode definition, ObjectNode values, ObjectNode errors) {

    /** Ids as Slack gives them; the hash changes with every update. */
    public record Ids(String id, String hash, String rootViewId, Optional<String> previousViewId) {}

    public String id() {
        return ids.id();
    }

    View withDefinition(ObjectNode changed, ObjectNode kept, String hash) {
        Ids next = new Ids(ids.id(), hash, ids.rootViewId(), ids.previousViewId());
        return new View(next, userId, changed, kept, Json.object());
    }

    View withValues(ObjectNode filledIn) {
        return new View(ids, userId, definition, filledIn, errors);
    }

    View withErrors(ObjectNode reasons) {
        return new View(ids, userId, definition, values, reasons);
    }

    /** The view as the Web API and the payloads tell it. */
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
        json.setAll(definition);
        return json.setAll(Json.object(
                "state", Json.object("values", values),
                "hash", ids.hash(),
                "root_view_id", ids.rootViewId(),
                "previous_view_id", ids.previousViewId().<Object>map(id -> id).orElse(Json.NULL)));
    }
}
