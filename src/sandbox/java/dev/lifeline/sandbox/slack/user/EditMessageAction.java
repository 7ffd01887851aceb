package dev.lifeline.sandbox.slack.user;

import dev.lifeline.sandbox.slack.delivery.Ack;
import dev.lifeline.sandbox.slack.delivery.AppDelivery;
import dev.lifeline.sandbox.slack.workspace.Channel;
import dev.lifeline.sandbox.slack.workspace.ImpossibleActionException;
import dev.lifeline.sandbox.slack.workspace.Message;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A user edits a message of theirs; a mention of the app is delivered again, with {@code edited} (src/docs/platform/slack.md, section Threads, updates, formatting). */
record EditMessageAction(Workspace workspace, AppDelivery delivery) implements UserAction {

    @Override
    public ActionResult perform(ActionContext actionContext) throws ImpossibleActionException, InterruptedException, ExecutionException {
        Channel channel = actionContext.requireChannel();
        Message message = actionContext.text("message")
                .flatMap(ts -> workspace.messageLog().findStored(channel.id(), ts))
                .filter(stored -> stored.userId().equals(actionContext.user().id()))
                .orElseThrow(() -> new ImpossibleActionException("only one's own message can be edited", List.of()));
        Message.Content content = new Mentions(workspace).toContent(actionContext.text("edits").orElse(""));
        Message edited = workspace.messageLog()
                .update(message, content, true)
                .orElseThrow(() -> new ImpossibleActionException("the message is gone", List.of()));
        Optional<CompletableFuture<Ack>> delivered = delivery.messageEdited(channel, edited);
        if (delivered.isEmpty()) return ActionResult.notDelivered(Optional.empty());
        return ActionResult.delivered(delivered.get().get(), Optional.empty());
    }
}
