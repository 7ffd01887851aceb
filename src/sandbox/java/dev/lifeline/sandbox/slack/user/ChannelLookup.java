package dev.lifeline.sandbox.slack.user;

import dev.lifeline.sandbox.slack.workspace.Channel;
import dev.lifeline.sandbox.slack.workspace.User;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which channel does a person mean? Names and ids will do; {@code @lifeline} is the direct message with the bot. */
record ChannelLookup(Workspace workspace) {

    static final String BOT_HANDLE = "@lifeline";

    Optional<User> findUser(String nameOrId) {
        return workspace
                .users()
                .byHandleOrId(nameOrId)
                .filter(user -> !user.membership().isBot());
    }

    /** A channel that the person is in; old links lead to where it is now. */
    Optional<Channel> findVisible(User user, String nameOrId) {
        if (nameOrId.equals(BOT_HANDLE)) return Optional.of(workspace.channels().directMessageWith(user));
        return workspace
                .channels()
                .byNameOrId(workspace.channels().currentId(nameOrId))
                .filter(channel -> channel.hasMember(user.id()));
    }

    List<String> visibleNames(User user) {
        Stream<String> rooms = workspace.channels().all().stream()
                .filter(channel -> channel.type() != Channel.Type.DIRECT_MESSAGE && channel.hasMember(user.id()))
                .map(Channel::name);
        return Stream.concat(rooms, Stream.of(BOT_HANDLE)).toList();
    }

    /** What the channel is called on the page. */
    static String displayName(Channel channel) {
        return channel.type() == Channel.Type.DIRECT_MESSAGE ? BOT_HANDLE : channel.name();
    }
}
