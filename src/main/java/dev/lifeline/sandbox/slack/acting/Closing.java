package dev.lifeline.sandbox.slack.acting;

import dev.lifeline.sandbox.slack.delivery.Ack;
import dev.lifeline.sandbox.slack.delivery.AppLine;
import dev.lifeline.sandbox.slack.world.Undoable;
import dev.lifeline.sandbox.slack.world.View;
import dev.lifeline.sandbox.slack.world.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** A person closes the top modal; the app hears of it where it asked to. */
record Closing(Workspace workspace, AppLine line) implements Deed {

    @Override
    public Outcome by(Scene scene) throws Undoable, InterruptedException, ExecutionException {
        View view = workspace
                .views()
                .top(scene.person().id())
                .orElseThrow(() -> new Undoable(scene.person().handle() + " has no modal open", List.of()));
        boolean all = view.given().path("clear_on_close").asBoolean();
        if (all) workspace.views().clear(view.owner());
        else workspace.views().close(view);
        if (!view.given().path("notify_on_close").asBoolean()) return Outcome.untold(Optional.empty());
        Ack ack = line.closed(scene.person(), view, all).get();
        return Outcome.of(ack, Optional.empty());
    }
}
