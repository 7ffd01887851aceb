package dev.lifeline.sandbox.slack.user;

import dev.lifeline.sandbox.slack.workspace.Channel;
import dev.lifeline.sandbox.slack.workspace.User;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the channel or user that a request names, by name or id; {@code @lifeline} is the direct message with the bot. */
record ChannelLookup(Workspace workspace) {

    static final String BOT_HANDLE = "@lifeline";

    Optional<User> findUser(String nameOrId) {
        return workspace
                .users()
                .byHandleOrId(nameOrId)
                .filter(user -> !user.membership().isBot());
    }

    /** Finds a channel that the user is in; an old id leads to the channel's present one. */
    Optional<Channel> findVisible(User user, String nameOrId) {
        if (nameOrId.equals(BOT_HANDLE)) return Optional.of(workspace.channels().directMessageWith(user));
        return workspace
                .channels()
                .byNameOrId(workspace.channels().currentId(nameOrId))
                .filter(channel -> channel.hasMember(user.id()));
    }

    List<String> visibleNames(User user) {
        Stream<String> channelNames = workspace.channels().all().stream()
                .filter(channel -> channel.type() != Channel.Type.DIRECT_MESSAGE && channel.hasMember(user.id()))
                .map(Channel::name);
        return Stream.concat(channelNames, Stream.of(BOT_HANDLE)).toList();
    }

    /** Returns the channel's name on the page. */
    static String displayName(Channel channel) {
        return channel.type() == Channel.Type.DIRECT_MESSAGE ? BOT_HANDLE : channel.name();
    }
}
