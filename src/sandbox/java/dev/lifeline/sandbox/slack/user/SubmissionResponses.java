package dev.lifeline.sandbox.slack.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.blockkit.BlockValidator;
import dev.lifeline.sandbox.slack.blockkit.InvalidBlocksException;
import dev.lifeline.sandbox.slack.blockkit.Surface;
import dev.lifeline.sandbox.slack.delivery.Ack;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.slack.workspace.View;
import dev.lifeline.sandbox.slack.workspace.Views;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.Optional;

/**
 * Applies the app's response to a submission: errors, another view, or closing the modal (src/docs/platform/slack.md,
 * section Threads, updates, formatting).
 */
record SubmissionResponses(Workspace workspace, BlockValidator blockValidator) {

    /** Returns what Slack shows the user where it cannot apply the response; empty where it could. */
    Optional<String> apply(View view, Ack ack) {
        JsonNode response = ack.payload().orElse(Json.NULL);
        try {
            return switch (response.path("response_action").asText()) {
                case "errors" -> showErrors(view, response.path("errors"));
                case "update" -> applyChange(views -> views.update(view, parseView(response)));
                case "push" -> pushView(view, response);
                case "clear" -> applyChange(views -> views.closeAll(view.userId()));
                case "" -> applyChange(views -> views.close(view));
                default -> error("(unknown response_action)");
            };
        } catch (InvalidBlocksException e) {
            return error(e.error() + " " + String.join("; ", e.problems()));
        }
    }

    /** A change to the open views. */
    private interface ViewChange {
        void applyTo(Views views) throws InvalidBlocksException;
    }

    private Optional<String> applyChange(ViewChange viewChange) throws InvalidBlocksException {
        viewChange.applyTo(workspace.views());
        return Optional.empty();
    }

    private Optional<String> pushView(View view, JsonNode response) throws InvalidBlocksException {
        ObjectNode pushed = parseView(response);
        if (workspace.views().modalsOf(view.userId()).size() >= Views.MAX_STACK_DEPTH)
            return error("(push_limit_reached)");
        return applyChange(views -> views.push(view.userId(), pushed));
    }

    private ObjectNode parseView(JsonNode response) throws InvalidBlocksException {
        return blockValidator.validateView(response.path("view"), Surface.MODAL);
    }

    /** Errors must name input blocks of the view; for others Slack shows a general error. */
    private Optional<String> showErrors(View view, JsonNode errors) {
        for (var error : errors.properties()) {
            if (!isInputBlock(view, error.getKey())) return error("(no input block " + error.getKey() + ")");
        }
        if (!(errors instanceof ObjectNode errorsByBlock) || errorsByBlock.isEmpty()) return error("(no errors)");
        workspace.views().setErrors(view, errorsByBlock);
        return Optional.empty();
    }

    private static boolean isInputBlock(View view, String blockId) {
        for (JsonNode block : view.definition().path("blocks")) {
            boolean named = block.path("block_id").asText().equals(blockId);
            if (named && block.path("type").asText().equals("input")) return true;
        }
        return false;
    }

    private static Optional<String> error(String reason) {
        return Optional.of(ErrorNotice.inModal(reason));
    }
}
