package dev.lifeline.sandbox.slack.acting;

import dev.lifeline.sandbox.slack.world.Channel;
import dev.lifeline.sandbox.slack.world.Person;
import dev.lifeline.sandbox.slack.world.Undoable;
import dev.lifeline.sandbox.slack.world.Workspace;
import java.util.Optional;

/** Slack's own {@code /invite @somebody}: how the bot gets into a channel that it is not in. */
record Invitation(Workspace workspace) implements Deed {

    static final String COMMAND = "/invite";

    @Override
    public Outcome by(Scene scene) throws Undoable {
        String[] words = scene.text("types").orElse("").strip().split("\\s+");
        String name = words.length < 2 ? "" : words[1];
        Person guest = workspace
                .people()
                .named(name)
                .orElseThrow(() -> new Undoable(
                        "whom to invite?",
                        workspace.people().all().stream().map(Person::handle).toList()));
        Channel channel = scene.where();
        workspace.channels().add(channel.id(), guest.id());
        workspace.shown().changes().in(channel.id());
        return Outcome.untold(Optional.of(guest.handle() + " is in " + channel.name()));
    }
}
