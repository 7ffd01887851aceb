package dev.lifeline.sandbox.slack.user;

import dev.lifeline.sandbox.slack.delivery.Ack;
import dev.lifeline.sandbox.slack.delivery.AppDelivery;
import dev.lifeline.sandbox.slack.workspace.ImpossibleActionException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A user opens the app's Home tab or its Messages tab. */
record OpenTabAction(AppDelivery delivery) implements UserAction {

    private static final Set<String> TABS = Set.of("home", "messages");

    @Override
    public ActionResult perform(ActionContext actionContext) throws ImpossibleActionException, InterruptedException, ExecutionException {
        String tab = actionContext.text("opens").orElse("");
        if (!TABS.contains(tab)) throw new ImpossibleActionException("no such tab: " + tab, List.of("home", "messages"));
        Optional<CompletableFuture<Ack>> delivered = delivery.appHomeOpened(actionContext.user(), tab);
        if (delivered.isEmpty()) return ActionResult.notDelivered(Optional.empty());
        return ActionResult.delivered(delivered.get().get(), Optional.empty());
    }
}
