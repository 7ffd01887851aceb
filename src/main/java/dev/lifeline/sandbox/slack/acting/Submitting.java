package dev.lifeline.sandbox.slack.acting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.delivery.Ack;
import dev.lifeline.sandbox.slack.delivery.AppLine;
import dev.lifeline.sandbox.slack.delivery.Origin;
import dev.lifeline.sandbox.slack.world.Elements;
import dev.lifeline.sandbox.slack.world.Inputs;
import dev.lifeline.sandbox.slack.world.Undoable;
import dev.lifeline.sandbox.slack.world.View;
import dev.lifeline.sandbox.slack.world.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** A person fills the open modal and submits it. */
final class Submitting implements Deed {

    private final Workspace workspace;
    private final AppLine line;
    private final Values values;
    private final ViewAnswers answers;

    Submitting(Workspace workspace, AppLine line, Values values, ViewAnswers answers) {
        this.workspace = workspace;
        this.line = line;
        this.values = values;
        this.answers = answers;
    }

    @Override
    public Outcome by(Scene scene) throws Undoable, InterruptedException, ExecutionException {
        View open = open(scene);
        if (!open.given().hasNonNull("submit")) throw new Undoable("the modal has nothing to submit", List.of());
        View filled = fill(open, scene.wish().path("submits"));
        Optional<String> objection = Form.objection(filled);
        if (objection.isPresent()) return Outcome.untold(objection);
        Ack ack = line.submit(scene.person(), filled).get();
        Optional<String> trouble = Trouble.ofModal(ack);
        Optional<String> shown = trouble.isPresent() ? trouble : answers.apply(filled, ack);
        shown.ifPresent(text -> workspace.shown().notices().tell(scene.person().id(), Optional.empty(), text));
        return Outcome.of(ack, shown);
    }

    private View open(Scene scene) throws Undoable {
        return workspace
                .views()
                .top(scene.person().id())
                .orElseThrow(() -> new Undoable(scene.person().handle() + " has no modal open", List.of()));
    }

    private View fill(View view, JsonNode wishes) throws Undoable {
        ObjectNode all = view.values().deepCopy();
        for (Map.Entry<String, JsonNode> wish : wishes.properties()) {
            Elements.Placed element = field(view, wish.getKey());
            Inputs.set(all, element, values.state(element, values.of(element, wish.getValue())));
        }
        return workspace.views().fill(view, all).orElse(view);
    }

    private static Elements.Placed field(View view, String name) throws Undoable {
        List<Pressable> fields = Elements.in(view.given().path("blocks")).stream()
                .map(element -> new Pressable(new Origin.InView(view), element))
                .toList();
        for (var fits : Pressable.FITS) {
            Optional<Pressable> found =
                    fields.stream().filter(one -> fits.test(one, name)).findFirst();
            if (found.isPresent()) return found.get().element();
        }
        throw new Undoable(
                "the modal has no field \"" + name + "\"",
                fields.stream().map(Pressable::label).toList());
    }
}
