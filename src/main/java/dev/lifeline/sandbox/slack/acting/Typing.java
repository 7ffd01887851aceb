package dev.lifeline.sandbox.slack.acting;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.slack.delivery.Ack;
import dev.lifeline.sandbox.slack.delivery.AppLine;
import dev.lifeline.sandbox.slack.delivery.ResponseUrls.Occasion;
import dev.lifeline.sandbox.slack.delivery.Responses;
import dev.lifeline.sandbox.slack.world.Channel;
import dev.lifeline.sandbox.slack.world.Manifest;
import dev.lifeline.sandbox.slack.world.Message;
import dev.lifeline.sandbox.slack.world.Person;
import dev.lifeline.sandbox.slack.world.Undoable;
import dev.lifeline.sandbox.slack.world.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A person types a slash command, or a message that the app may hear. */
final class Typing implements Deed {

    private final Workspace workspace;
    private final AppLine line;
    private final Responses responses;
    private final Mentions mentions;

    Typing(Workspace workspace, AppLine line, Responses responses) {
        this.workspace = workspace;
        this.line = line;
        this.responses = responses;
        this.mentions = new Mentions(workspace);
    }

    @Override
    public Outcome by(Scene scene) throws Undoable, InterruptedException, ExecutionException {
        String typed = scene.text("types").orElse("").strip();
        if (typed.isEmpty()) throw new Undoable("there is nothing to type in \"types\"", List.of());
        if (scene.where().condition().archived()) throw new Undoable("the channel is archived", List.of());
        return typed.startsWith("/") ? command(scene, typed) : message(scene, typed);
    }

    private Outcome command(Scene scene, String typed) throws Undoable, InterruptedException, ExecutionException {
        String[] words = typed.split("\\s+", 2);
        if (words[0].equals(Invitation.COMMAND)) return new Invitation(workspace).by(scene);
        Manifest.Command command = workspace.app().manifest().command(words[0]).orElseThrow(() -> unknown(words[0]));
        Optional<String> hindrance = hindrance(scene, words[0]);
        if (hindrance.isPresent()) return notSent(scene, hindrance.get());
        Person person = scene.person();
        Channel channel = scene.where();
        String text = words.length < 2 ? "" : words[1];
        String sent = command.escaped() ? mentions.escaped(text) : text;
        Ack ack = line.command(person, channel, words[0], sent).get();
        return Outcome.of(ack, shown(ack, scene, words[0]));
    }

    private Undoable unknown(String command) {
        return new Undoable(
                command + " is not a valid command",
                workspace.app().manifest().commands().stream()
                        .map(Manifest.Command::command)
                        .toList());
    }

    /** Slack runs commands neither in threads nor for people of other workspaces (slack.md 4.4, 4.6). */
    private Optional<String> hindrance(Scene scene, String command) {
        if (scene.text("thread").isPresent()) return Optional.of(command + " is not supported in threads. Sorry!");
        boolean foreign = !scene.person()
                .standing()
                .teamId()
                .equals(workspace.app().team().id());
        return foreign
                ? Optional.of(command + " can be used only by members of "
                        + workspace.app().team().name())
                : Optional.empty();
    }

    private Outcome notSent(Scene scene, String why) {
        workspace.shown().notices().tell(scene.person().id(), scene.channelId(), why);
        return Outcome.untold(Optional.of(why));
    }

    private Optional<String> shown(Ack ack, Scene scene, String command) throws Undoable {
        Occasion occasion = new Occasion(scene.person().id(), scene.where().id(), Optional.empty());
        Optional<String> error = ack.acked()
                ? ack.payload().flatMap(answer -> refusedAnswer(answer, occasion))
                : Optional.of(ack.outcome().word());
        Optional<String> shown = error.map(word -> command + " failed with the error \"" + word + "\"");
        shown.ifPresent(text -> workspace.shown().notices().tell(scene.person().id(), scene.channelId(), text));
        return shown;
    }

    /** An answer that says nothing is fine: the app has only acknowledged. */
    private Optional<String> refusedAnswer(JsonNode answer, Occasion occasion) {
        return responses.show(answer, occasion).filter(error -> !error.equals("no_text"));
    }

    private Outcome message(Scene scene, String typed) throws Undoable, InterruptedException, ExecutionException {
        Channel channel = scene.where();
        Optional<String> thread = thread(scene, channel);
        Message.Content content = mentions.content(typed);
        Message said =
                workspace.timeline().post(channel.id(), thread, scene.person().id(), content);
        Optional<CompletableFuture<Ack>> told = line.said(channel, said);
        if (told.isEmpty()) return Outcome.untold(absence(channel, content)).with("ts", said.ts());
        return Outcome.of(told.get().get(), Optional.empty()).with("ts", said.ts());
    }

    private Optional<String> thread(Scene scene, Channel channel) throws Undoable {
        Optional<String> thread = scene.text("thread");
        boolean lost = thread.isPresent()
                && workspace.timeline().find(channel.id(), thread.get()).isEmpty();
        if (lost) throw new Undoable("there is no message " + thread.get() + " to answer", List.of());
        return thread;
    }

    /** Who mentions an app that is not there is told so. */
    private Optional<String> absence(Channel channel, Message.Content content) {
        boolean mentioned = content.text().contains("<@" + workspace.app().ids().botUser() + ">");
        if (!mentioned || workspace.botIsIn(channel)) return Optional.empty();
        return Optional.of(
                "You mentioned @lifeline, but they're not in this channel. /invite @lifeline brings them in.");
    }
}
