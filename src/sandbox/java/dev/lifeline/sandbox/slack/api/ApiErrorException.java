package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.workspace.Json;

/** A call that is refused, with Slack's error and the fields that Slack adds to it; it becomes {@code ok:false}. */
final class ApiErrorException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient ObjectNode details;

    ApiErrorException(String error) {
        this(error, Json.object());
    }

    ApiErrorException(String error, ObjectNode details) {
        super(error, null, false, false);
        this.details = details;
    }

    ObjectNode toJson() {
        return Json.object("ok", false, "error", String.valueOf(getMessage())).setAll(details);
    }
}
