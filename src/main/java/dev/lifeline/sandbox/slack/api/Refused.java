package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.world.Json;

/** Why is a call not carried out? Carries Slack's error and whatever Slack tells with it. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1;

    private final transient ObjectNode more;

    Refused(String error) {
        this(error, Json.object());
    }

    Refused(String error, ObjectNode more) {
        super(error, null, false, false);
        this.more = more;
    }

    ObjectNode body() {
        return Json.object("ok", false, "error", String.valueOf(getMessage())).setAll(more);
    }
}
