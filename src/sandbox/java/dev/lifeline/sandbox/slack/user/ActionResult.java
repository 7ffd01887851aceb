package dev.lifeline.sandbox.slack.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.delivery.Ack;
import dev.lifeline.sandbox.slack.workspace.Json;
import java.util.Optional;

/** What came of a person's deed, as {@code /sandbox/act} tells it (design.md 3). */
record ActionResult(ObjectNode body) {

    /** The app was told, and acknowledged or not; shown is what Slack tells the person where it did not. */
    static ActionResult delivered(Ack ack, Optional<String> shown) {
        return new ActionResult(Json.object(
                "ok", true,
                "acked", ack.isAcked(),
                "ack_ms", ack.ackMillis(),
                "ack", ack.payload().orElse(Json.NULL),
                "shown", shown));
    }

    /** The app was not told. */
    static ActionResult notDelivered(Optional<String> shown) {
        return new ActionResult(
                Json.object("ok", true, "acked", false, "delivered", false, "ack", Json.NULL, "shown", shown));
    }

    ActionResult withField(String field, Object value) {
        ObjectNode more = body.deepCopy();
        more.setAll(Json.object(field, value));
        return new ActionResult(more);
    }
}
