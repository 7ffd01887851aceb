package dev.lifeline.sandbox.slack.acting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.delivery.Ack;
import dev.lifeline.sandbox.slack.delivery.AppLine;
import dev.lifeline.sandbox.slack.delivery.Origin;
import dev.lifeline.sandbox.slack.world.Elements.Placed;
import dev.lifeline.sandbox.slack.world.Inputs;
import dev.lifeline.sandbox.slack.world.Json;
import dev.lifeline.sandbox.slack.world.Undoable;
import dev.lifeline.sandbox.slack.world.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** A person presses a button or chooses in an element, on a message or in a view. */
final class Pressing implements Deed {

    private final Workspace workspace;
    private final AppLine line;
    private final Reach reach;
    private final Values values;
    private final Filled filled = new Filled();

    Pressing(Workspace workspace, AppLine line, Values values) {
        this.workspace = workspace;
        this.line = line;
        this.reach = new Reach(workspace);
        this.values = values;
    }

    @Override
    public Outcome by(Scene scene) throws Undoable, InterruptedException, ExecutionException {
        Pressable pressed = reach.find(scene, scene.text("presses").orElse(""));
        if (!scene.wish().path("confirmed").asBoolean(true)) return cancelled(pressed);
        Placed element = pressed.element();
        JsonNode value = element.type().equals("button") ? Json.NULL : values.of(element, chosen(scene, element));
        ObjectNode all = remember(scene, pressed, value);
        if (!element.tellsAtOnce()) return Outcome.untold(Optional.empty());
        Ack ack = line.press(scene.person(), now(pressed.origin()), element, value, all)
                .get();
        return Outcome.of(ack, shown(ack, scene));
    }

    private static Outcome cancelled(Pressable pressed) throws Undoable {
        if (!pressed.confirms()) throw new Undoable("\"" + pressed.label() + "\" asks for no confirmation", List.of());
        return Outcome.untold(Optional.empty());
    }

    private static JsonNode chosen(Scene scene, Placed element) throws Undoable {
        if (scene.wish().has("value")) return scene.wish().path("value");
        throw new Undoable("\"" + element.actionId() + "\" wants a \"value\"", List.of());
    }

    /** Keeps what was chosen, and tells what all elements around hold now. */
    private ObjectNode remember(Scene scene, Pressable pressed, JsonNode value) {
        Placed element = pressed.element();
        boolean keeps = !element.type().equals("button") && !element.type().equals("overflow");
        Optional<ObjectNode> put = Optional.of(values.state(element, value)).filter(any -> keeps);
        return pressed.origin().fold(on -> filled.on(scene.person(), on.message(), element, put), in -> {
            ObjectNode all = in.view().values().deepCopy();
            put.ifPresent(state -> Inputs.set(all, element, state));
            workspace.views().fill(in.view(), all);
            return all;
        });
    }

    /** The view as it is after the value was put in. */
    private Origin now(Origin origin) {
        return origin.fold(
                on -> on,
                in -> new Origin.InView(workspace.views().find(in.view().id()).orElse(in.view())));
    }

    private Optional<String> shown(Ack ack, Scene scene) {
        Optional<String> trouble = Trouble.ofPress(ack);
        trouble.ifPresent(
                text -> workspace.shown().notices().tell(scene.person().id(), scene.channelId(), text));
        return trouble;
    }
}
