package dev.lifeline.sandbox.slack.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A modal that a person has open, or their App Home.
 *
 * @param owner the user id of who sees it
 * @param given what the app sent, blocks completed with ids
 * @param values what the person has put in so far: block id, action id, value
 * @param errors what the app refused at the last submission: block id and sentence
 */
public record View(Identity identity, String owner, ObjectNode given, ObjectNode values, ObjectNode errors) {

    /** Ids as Slack gives them; the hash changes with every update. */
    public record Identity(String id, String hash, String root, Optional<String> previous) {}

    public String id() {
        return identity.id();
    }

    View showing(ObjectNode changed, ObjectNode kept, String hash) {
        Identity next = new Identity(identity.id(), hash, identity.root(), identity.previous());
        return new View(next, owner, changed, kept, Json.object());
    }

    View filled(ObjectNode filledIn) {
        return new View(identity, owner, given, filledIn, errors);
    }

    View refused(ObjectNode reasons) {
        return new View(identity, owner, given, values, reasons);
    }

    /** The view as the Web API and the payloads tell it. */
    public ObjectNode json(InstalledApp app) {
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
        json.setAll(given);
        return json.setAll(Json.object(
                "state", Json.object("values", values),
                "hash", identity.hash(),
                "root_view_id", identity.root(),
                "previous_view_id", identity.previous().<Object>map(id -> id).orElse(Json.NULL)));
    }
}
