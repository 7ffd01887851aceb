package dev.lifeline.sandbox.slack.user;

import dev.lifeline.sandbox.slack.delivery.Ack;
import dev.lifeline.sandbox.slack.delivery.AppDelivery;
import dev.lifeline.sandbox.slack.workspace.ImpossibleActionException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A person opens the app's Home, or the tab of its messages. */
record OpenTabAction(AppDelivery delivery) implements UserAction {

    private static final Set<String> TABS = Set.of("home", "messages");

    @Override
    public ActionResult perform(ActionContext actionContext) throws ImpossibleActionException, InterruptedException, ExecutionException {
        String tab = actionContext.text("opens").orElse("");
        if (!TABS.contains(tab)) throw new ImpossibleActionException("there is no tab " + tab, List.of("home", "messages"));
        Optional<CompletableFuture<Ack>> told = delivery.appHomeOpened(actionContext.user(), tab);
        if (told.isEmpty()) return ActionResult.notDelivered(Optional.empty());
        return ActionResult.delivered(told.get().get(), Optional.empty());
    }
}
