package dev.lifeline.sandbox.slack.user;

import dev.lifeline.sandbox.slack.delivery.Ack;
import dev.lifeline.sandbox.slack.delivery.AppDelivery;
import dev.lifeline.sandbox.slack.workspace.Channel;
import dev.lifeline.sandbox.slack.workspace.Manifest;
import dev.lifeline.sandbox.slack.workspace.Message;
import dev.lifeline.sandbox.slack.workspace.ImpossibleActionException;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * A user runs a shortcut, on a message or global; only members of the workspace can (src/docs/platform/slack.md, section Who
 * is clicking).
 */
record ShortcutAction(Workspace workspace, AppDelivery delivery) implements UserAction {

    @Override
    public ActionResult perform(ActionContext actionContext) throws ImpossibleActionException, InterruptedException, ExecutionException {
        Manifest.Shortcut shortcut = findShortcut(actionContext.text("shortcut").orElse(""));
        boolean external = workspace.isExternal(actionContext.user());
        if (external)
            return ActionResult.notDelivered(Optional.of("Shortcuts can be used only by members of "
                    + workspace.app().team().name()));
        Ack ack = deliver(actionContext, shortcut).get();
        Optional<String> shown = ack.isAcked()
                ? Optional.empty()
                : Optional.of(shortcut.name() + " failed with the error \""
                        + ack.outcome().errorCode() + "\"");
        shown.ifPresent(text -> workspace.visibleState().notices().add(actionContext.user().id(), actionContext.channelId(), text));
        return ActionResult.delivered(ack, shown);
    }

    private CompletableFuture<Ack> deliver(ActionContext actionContext, Manifest.Shortcut shortcut) throws ImpossibleActionException {
        if (!shortcut.type().equals("message")) return delivery.globalShortcut(actionContext.user(), shortcut.callbackId());
        Channel channel = actionContext.requireChannel();
        Message message = actionContext.text("message")
                .flatMap(ts -> workspace.messageLog().findStored(channel.id(), ts))
                .orElseThrow(() -> new ImpossibleActionException("this shortcut needs the ts of a \"message\"", messageTimestamps(channel)));
        return delivery.messageShortcut(actionContext.user(), shortcut.callbackId(), channel, message);
    }

    private List<String> messageTimestamps(Channel channel) {
        return workspace.messageLog().messagesIn(channel.id()).stream()
                .filter(message -> !message.isEphemeral())
                .map(Message::ts)
                .toList();
    }

    private Manifest.Shortcut findShortcut(String name) throws ImpossibleActionException {
        Manifest manifest = workspace.app().manifest();
        return manifest.shortcut(name)
                .orElseThrow(() -> new ImpossibleActionException(
                        "no such shortcut: " + name,
                        manifest.shortcuts().stream()
                                .map(Manifest.Shortcut::callbackId)
                                .toList()));
    }
}
