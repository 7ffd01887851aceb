package dev.lifeline.sandbox.slack.user;

import dev.lifeline.sandbox.slack.delivery.Ack;
import dev.lifeline.sandbox.slack.delivery.AppDelivery;
import dev.lifeline.sandbox.slack.workspace.ImpossibleActionException;
import dev.lifeline.sandbox.slack.workspace.View;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** A user closes the top modal; the app is notified where the view has {@code notify_on_close}. */
record CloseModalAction(Workspace workspace, AppDelivery delivery) implements UserAction {

    @Override
    public ActionResult perform(ActionContext actionContext) throws ImpossibleActionException, InterruptedException, ExecutionException {
        View view = actionContext.requireTopModal(workspace.views());
        boolean clearStack = view.definition().path("clear_on_close").asBoolean();
        if (clearStack) workspace.views().closeAll(view.userId());
        else workspace.views().close(view);
        if (!view.definition().path("notify_on_close").asBoolean()) return ActionResult.notDelivered(Optional.empty());
        Ack ack = delivery.viewClosed(actionContext.user(), view, clearStack).get();
        return ActionResult.delivered(ack, Optional.empty());
    }
}
