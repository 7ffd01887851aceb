package dev.lifeline.sandbox.slack.acting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.delivery.Ack;
import dev.lifeline.sandbox.slack.world.Json;
import java.util.Optional;

/** What came of a person's deed, as {@code /sandbox/act} tells it (design.md 3). */
record Outcome(ObjectNode body) {

    /** The app was told, and acknowledged or not; shown is what Slack tells the person where it did not. */
    static Outcome of(Ack ack, Optional<String> shown) {
        return new Outcome(Json.object(
                "ok", true,
                "acked", ack.acked(),
                "ack_ms", ack.millis(),
                "ack", ack.payload().orElse(Json.NULL),
                "shown", shown));
    }

    /** The app was not told. */
    static Outcome untold(Optional<String> shown) {
        return new Outcome(
                Json.object("ok", true, "acked", false, "delivered", false, "ack", Json.NULL, "shown", shown));
    }

    Outcome with(String field, Object value) {
        ObjectNode more = body.deepCopy();
        more.setAll(Json.object(field, value));
        return new Outcome(more);
    }
}
