package dev.lifeline.sandbox.slack.acting;

import dev.lifeline.sandbox.slack.delivery.Ack;
import dev.lifeline.sandbox.slack.delivery.AppLine;
import dev.lifeline.sandbox.slack.world.Undoable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A person opens the app's Home, or the tab of its messages. */
record Opening(AppLine line) implements Deed {

    private static final Set<String> TABS = Set.of("home", "messages");

    @Override
    public Outcome by(Scene scene) throws Undoable, InterruptedException, ExecutionException {
        String tab = scene.text("opens").orElse("");
        if (!TABS.contains(tab)) throw new Undoable("there is no tab " + tab, List.of("home", "messages"));
        Optional<CompletableFuture<Ack>> told = line.homeOpened(scene.person(), tab);
        if (told.isEmpty()) return Outcome.untold(Optional.empty());
        return Outcome.of(told.get().get(), Optional.empty());
    }
}
