package dev.lifeline.sandbox.slack.user;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.slack.delivery.Ack;
import dev.lifeline.sandbox.slack.delivery.AppDelivery;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.slack.workspace.ImpossibleActionException;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** A user types into a select whose options the app returns while they type. */
record TypeAheadAction(Workspace workspace, AppDelivery delivery, ElementOptions elementOptions) implements UserAction {

    /**
     * The number of characters from which Slack asks the app, where the element does not say (src/docs/platform/slack.md,
     * section Threads, updates, formatting).
     */
    private static final int DEFAULT_MIN_QUERY_CHARS = 3;

    private static final int MAX_OPTIONS = 100;

    @Override
    public ActionResult perform(ActionContext actionContext) throws ImpossibleActionException, InterruptedException, ExecutionException {
        ElementRef target = new ReachableElements(workspace).find(actionContext, actionContext.text("asks").orElse(""));
        if (!target.element().type().endsWith("external_select"))
            throw new ImpossibleActionException("\"" + target.label() + "\" is not an external_select", List.of());
        String query = actionContext.text("query").orElse("");
        if (query.length() < target.element().element().path("min_query_length").asInt(DEFAULT_MIN_QUERY_CHARS))
            return ActionResult.notDelivered(Optional.empty());
        Ack ack = delivery.blockSuggestion(actionContext.user(), target.container(), target.element(), query)
                .get();
        JsonNode response = ack.payload().orElse(Json.NULL);
        Optional<String> error = ErrorNotice.forClick(ack).or(() -> validationError(response));
        if (error.isEmpty()) elementOptions.putSuggested(target.element(), response);
        return ActionResult.delivered(ack, error);
    }

    private static Optional<String> validationError(JsonNode response) {
        boolean malformed = !response.path("options").isArray()
                && !response.path("option_groups").isArray();
        if (malformed) return Optional.of("No results: the app answered neither options nor option_groups");
        boolean tooMany = response.path("options").size() > MAX_OPTIONS
                || response.path("option_groups").size() > MAX_OPTIONS;
        return tooMany ? Optional.of("No results: the app answered more than 100 options") : Optional.empty();
    }
}
