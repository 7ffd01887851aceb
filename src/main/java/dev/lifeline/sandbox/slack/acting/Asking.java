package dev.lifeline.sandbox.slack.acting;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.slack.delivery.Ack;
import dev.lifeline.sandbox.slack.delivery.AppLine;
import dev.lifeline.sandbox.slack.world.Json;
import dev.lifeline.sandbox.slack.world.Undoable;
import dev.lifeline.sandbox.slack.world.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** A person types into a select whose options the app offers as one types. */
record Asking(Workspace workspace, AppLine line, Offers offers) implements Deed {

    /** From how many characters on Slack asks, where the element does not say (slack.md 4.6). */
    private static final int FROM_LENGTH = 3;

    private static final int MOST_OPTIONS = 100;

    @Override
    public Outcome by(Scene scene) throws Undoable, InterruptedException, ExecutionException {
        Pressable asked = new Reach(workspace).find(scene, scene.text("asks").orElse(""));
        if (!asked.element().type().endsWith("external_select"))
            throw new Undoable("\"" + asked.label() + "\" does not ask the app for its options", List.of());
        String query = scene.text("query").orElse("");
        if (query.length() < asked.element().element().path("min_query_length").asInt(FROM_LENGTH))
            return Outcome.untold(Optional.empty());
        Ack ack = line.suggest(scene.person(), asked.origin(), asked.element(), query)
                .get();
        JsonNode answer = ack.payload().orElse(Json.NULL);
        Optional<String> trouble = Trouble.ofPress(ack).or(() -> objection(answer));
        if (trouble.isEmpty()) offers.suggest(asked.element(), answer);
        return Outcome.of(ack, trouble);
    }

    private static Optional<String> objection(JsonNode answer) {
        boolean neither = !answer.path("options").isArray()
                && !answer.path("option_groups").isArray();
        if (neither) return Optional.of("No results: the app answered neither options nor option_groups");
        boolean tooMany = answer.path("options").size() > MOST_OPTIONS
                || answer.path("option_groups").size() > MOST_OPTIONS;
        return tooMany ? Optional.of("No results: the app answered more than 100 options") : Optional.empty();
    }
}
