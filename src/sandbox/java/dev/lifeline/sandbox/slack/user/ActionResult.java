package dev.lifeline.sandbox.slack.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.delivery.Ack;
import dev.lifeline.sandbox.slack.workspace.Json;
import java.util.Optional;

/** The result of a user action, as {@code /sandbox/act} answers it. */
record ActionResult(ObjectNode body) {

    /**
     * The app was notified.
     *
     * @param shown what Slack shows the user where the app did not acknowledge
     */
    static ActionResult delivered(Ack ack, Optional<String> shown) {
        return new ActionResult(Json.object(
                "ok", true,
                "acked", ack.isAcked(),
                "ack_ms", ack.ackMillis(),
                "ack", ack.payload().orElse(Json.NULL),
                "shown", shown));
    }

    /**
     * The app was not notified.
     *
     * @param shown what Slack shows the user
     */
    static ActionResult notDelivered(Optional<String> shown) {
        return new ActionResult(
                Json.object("ok", true, "acked", false, "delivered", false, "ack", Json.NULL, "shown", shown));
    }

    ActionResult withField(String field, Object value) {
        ObjectNode extended = body.deepCopy();
        extended.setAll(Json.object(field, value));
        return new ActionResult(extended);
    }
}
