package dev.lifeline.sandbox.slack.acting;

import dev.lifeline.sandbox.slack.delivery.Ack;
import dev.lifeline.sandbox.slack.delivery.AppLine;
import dev.lifeline.sandbox.slack.world.Channel;
import dev.lifeline.sandbox.slack.world.Manifest;
import dev.lifeline.sandbox.slack.world.Message;
import dev.lifeline.sandbox.slack.world.Undoable;
import dev.lifeline.sandbox.slack.world.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A person uses a shortcut, on a message or from anywhere; members of the workspace only (slack.md 4.4). */
record Shortcuts(Workspace workspace, AppLine line) implements Deed {

    @Override
    public Outcome by(Scene scene) throws Undoable, InterruptedException, ExecutionException {
        Manifest.Shortcut shortcut = shortcut(scene.text("shortcut").orElse(""));
        boolean foreign = !scene.person()
                .standing()
                .teamId()
                .equals(workspace.app().team().id());
        if (foreign)
            return Outcome.untold(Optional.of("Shortcuts can be used only by members of "
                    + workspace.app().team().name()));
        Ack ack = told(scene, shortcut).get();
        Optional<String> shown = ack.acked()
                ? Optional.empty()
                : Optional.of(shortcut.name() + " failed with the error \""
                        + ack.outcome().word() + "\"");
        shown.ifPresent(text -> workspace.shown().notices().tell(scene.person().id(), scene.channelId(), text));
        return Outcome.of(ack, shown);
    }

    private CompletableFuture<Ack> told(Scene scene, Manifest.Shortcut shortcut) throws Undoable {
        if (!shortcut.type().equals("message")) return line.globalShortcut(scene.person(), shortcut.callbackId());
        Channel channel = scene.where();
        Message message = scene.text("message")
                .flatMap(ts -> workspace.timeline().find(channel.id(), ts))
                .filter(found -> !found.ephemeral())
                .orElseThrow(() -> new Undoable("this shortcut wants the ts of a \"message\"", timestamps(channel)));
        return line.messageShortcut(scene.person(), shortcut.callbackId(), channel, message);
    }

    private List<String> timestamps(Channel channel) {
        return workspace.timeline().in(channel.id()).stream()
                .filter(message -> !message.ephemeral())
                .map(Message::ts)
                .toList();
    }

    private Manifest.Shortcut shortcut(String name) throws Undoable {
        Manifest manifest = workspace.app().manifest();
        return manifest.shortcut(name)
                .orElseThrow(() -> new Undoable(
                        "there is no shortcut " + name,
                        manifest.shortcuts().stream()
                                .map(Manifest.Shortcut::callbackId)
                                .toList()));
    }
}
