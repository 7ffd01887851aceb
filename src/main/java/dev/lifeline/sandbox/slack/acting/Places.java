package dev.lifeline.sandbox.slack.acting;

import dev.lifeline.sandbox.slack.world.Channel;
import dev.lifeline.sandbox.slack.world.Person;
import dev.lifeline.sandbox.slack.world.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which channel does a person mean? Names and ids will do; {@code @lifeline} is the direct message with the bot. */
record Places(Workspace workspace) {

    static final String DIRECT = "@lifeline";

    Optional<Person> person(String nameOrId) {
        return workspace
                .people()
                .named(nameOrId)
                .filter(person -> !person.standing().bot());
    }

    /** A channel that the person is in; old links lead to where it is now. */
    Optional<Channel> seenBy(Person person, String nameOrId) {
        if (nameOrId.equals(DIRECT)) return Optional.of(workspace.channels().directWith(person));
        return workspace
                .channels()
                .named(workspace.channels().idNow(nameOrId))
                .filter(channel -> channel.has(person.id()));
    }

    List<String> namesFor(Person person) {
        Stream<String> rooms = workspace.channels().all().stream()
                .filter(channel -> channel.kind() != Channel.Kind.DIRECT && channel.has(person.id()))
                .map(Channel::name);
        return Stream.concat(rooms, Stream.of(DIRECT)).toList();
    }

    /** What the channel is called on the page. */
    static String nameOf(Channel channel) {
        return channel.kind() == Channel.Kind.DIRECT ? DIRECT : channel.name();
    }
}
