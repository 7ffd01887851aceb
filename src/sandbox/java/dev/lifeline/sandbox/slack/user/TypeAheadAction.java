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

/** A person types into a select whose options the app offers as one types. */
record TypeAheadAction(Workspace workspace, AppDelivery delivery, ElementOptions elementOptions) implements UserAction {

    /** From how many characters on Slack asks, where the element does not say (slack.md 4.6). */
    private static final int DEFAULT_MIN_QUERY_CHARS = 3;

    private static final int MAX_OPTIONS = 100;

    @Override
    public ActionResult perform(ActionContext actionContext) throws ImpossibleActionException, InterruptedException, ExecutionException {
        ElementRef asked = new ReachableElements(workspace).find(actionContext, actionContext.text("asks").orElse(""));
        if (!asked.element().type().endsWith("external_select"))
            throw new ImpossibleActionException("\"" + asked.label() + "\" does not ask the app for its options", List.of());
        String query = actionContext.text("query").orElse("");
        if (query.length() < asked.element().element().path("min_query_length").asInt(DEFAULT_MIN_QUERY_CHARS))
            return ActionResult.notDelivered(Optional.empty());
        Ack ack = delivery.blockSuggestion(actionContext.user(), asked.container(), asked.element(), query)
                .get();
        JsonNode answer = ack.payload().orElse(Json.NULL);
        Optional<String> trouble = ErrorNotice.forClick(ack).or(() -> validationError(answer));
        if (trouble.isEmpty()) elementOptions.putSuggested(asked.element(), answer);
        return ActionResult.delivered(ack, trouble);
    }

    private static Optional<String> validationError(JsonNode answer) {
        boolean neither = !answer.path("options").isArray()
                && !answer.path("option_groups").isArray();
        if (neither) return Optional.of("No results: the app answered neither options nor option_groups");
        boolean tooMany = answer.path("options").size() > MAX_OPTIONS
                || answer.path("option_groups").size() > MAX_OPTIONS;
        return tooMany ? Optional.of("No results: the app answered more than 100 options") : Optional.empty();
    }
}
