package dev.lifeline.sandbox.slack.acting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.blockkit.Blocks;
import dev.lifeline.sandbox.slack.blockkit.Rejected;
import dev.lifeline.sandbox.slack.blockkit.Surface;
import dev.lifeline.sandbox.slack.delivery.Ack;
import dev.lifeline.sandbox.slack.world.Json;
import dev.lifeline.sandbox.slack.world.View;
import dev.lifeline.sandbox.slack.world.Views;
import dev.lifeline.sandbox.slack.world.Workspace;
import java.util.Optional;

/** What becomes of a modal when the app answers its submission: errors, another view, or it closes (slack.md 4.6)? */
record ViewAnswers(Workspace workspace, Blocks blocks) {

    private static final String TROUBLE = "We had some trouble connecting. Try again? ";

    /** What Slack tells the person where it cannot do what the app answered. */
    Optional<String> apply(View view, Ack ack) {
        JsonNode answer = ack.payload().orElse(Json.NULL);
        try {
            return switch (answer.path("response_action").asText()) {
                case "errors" -> errors(view, answer.path("errors"));
                case "update" -> show(views -> views.update(view, accepted(answer)));
                case "push" -> push(view, answer);
                case "clear" -> show(views -> views.clear(view.owner()));
                case "" -> show(views -> views.close(view));
                default -> Optional.of(TROUBLE + "(unknown response_action)");
            };
        } catch (Rejected rejected) {
            return Optional.of(TROUBLE + rejected.error() + " " + String.join("; ", rejected.problems()));
        }
    }

    private interface Showing {
        void in(Views views) throws Rejected;
    }

    private Optional<String> show(Showing showing) throws Rejected {
        showing.in(workspace.views());
        return Optional.empty();
    }

    private Optional<String> push(View view, JsonNode answer) throws Rejected {
        ObjectNode given = accepted(answer);
        if (workspace.views().of(view.owner()).size() >= Views.DEEPEST)
            return Optional.of(TROUBLE + "(push_limit_reached)");
        return show(views -> views.push(view.owner(), given));
    }

    private ObjectNode accepted(JsonNode answer) throws Rejected {
        return blocks.acceptView(answer.path("view"), Surface.MODAL);
    }

    /** Errors belong to input blocks of the view; for others Slack shows that something went wrong. */
    private Optional<String> errors(View view, JsonNode errors) {
        for (var error : errors.properties()) {
            if (!isInput(view, error.getKey())) return Optional.of(TROUBLE + "(no input block " + error.getKey() + ")");
        }
        if (!(errors instanceof ObjectNode reasons) || reasons.isEmpty()) return Optional.of(TROUBLE + "(no errors)");
        workspace.views().refuse(view, reasons);
        return Optional.empty();
    }

    private static boolean isInput(View view, String blockId) {
        for (JsonNode block : view.given().path("blocks")) {
            boolean named = block.path("block_id").asText().equals(blockId);
            if (named && block.path("type").asText().equals("input")) return true;
        }
        return false;
    }
}
