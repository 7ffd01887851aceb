package dev.lifeline.sandbox.slack.api;

import dev.lifeline.sandbox.slack.world.Channel;
import dev.lifeline.sandbox.slack.world.Person;
import dev.lifeline.sandbox.slack.world.Workspace;
import java.util.Optional;

/** Which channel does a call mean, and may the bot do that there? A private one it is not in does not exist for it. */
record Rooms(Workspace workspace, Gate gate) {

    /** By id; a user id is the direct message with that person, a name will do as well. */
    Optional<Channel> named(Arguments arguments) {
        return arguments.text("channel").flatMap(this::named);
    }

    private Optional<Channel> named(String wanted) {
        return workspace
                .channels()
                .named(wanted)
                .or(() -> workspace.people().byId(wanted).map(this::direct));
    }

    private Channel direct(Person person) {
        return workspace.channels().directWith(person);
    }

    /** By id, as everywhere but in posting. */
    Channel known(Arguments arguments) throws Refused {
        return visible(arguments.text("channel").flatMap(workspace.channels()::byId));
    }

    private Channel visible(Optional<Channel> channel) throws Refused {
        return channel.filter(one -> one.kind() != Channel.Kind.PRIVATE || workspace.botIsIn(one))
                .orElseThrow(() -> new Refused("channel_not_found"));
    }

    /** A channel to be told about. */
    Channel toRead(Arguments arguments, String deed) throws Refused {
        Channel channel = known(arguments);
        gate.need(channel.kind().scope(deed));
        return channel;
    }

    /** A channel whose messages are to be read. */
    Channel toHear(Arguments arguments) throws Refused {
        Channel channel = toRead(arguments, "history");
        if (!workspace.botIsIn(channel)) throw new Refused("not_in_channel");
        return channel;
    }

    /** A channel to be posted in; here a name will do, and a person's id (slack.md 4.6). */
    Channel toPost(Arguments arguments) throws Refused {
        return writable(visible(named(arguments)));
    }

    /** A channel in which something posted is to be changed; a direct message goes by its own id only (slack.md 4.6). */
    Channel toChange(Arguments arguments) throws Refused {
        return writable(known(arguments));
    }

    private Channel writable(Channel channel) throws Refused {
        if (channel.condition().archived()) throw new Refused("is_archived");
        boolean unasked = channel.kind() == Channel.Kind.PUBLIC
                && workspace.app().scopes().contains("chat:write.public");
        if (!workspace.botIsIn(channel) && !unasked) throw new Refused("not_in_channel");
        return channel;
    }
}
