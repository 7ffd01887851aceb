package dev.lifeline.sandbox.slack.api;

import dev.lifeline.sandbox.slack.workspace.Channel;
import dev.lifeline.sandbox.slack.workspace.User;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.Optional;

/** Which channel does a call mean, and may the bot do that there? A private one it is not in does not exist for it. */
record ChannelAccess(Workspace workspace, TokenGate tokenGate) {

    /** By id; a user id is the direct message with that person, a name will do as well. */
    Optional<Channel> findByIdOrName(Arguments arguments) {
        return arguments.text("channel").flatMap(this::findByIdOrName);
    }

    private Optional<Channel> findByIdOrName(String wanted) {
        return workspace
                .channels()
                .byNameOrId(wanted)
                .or(() -> workspace.users().byId(wanted).map(this::directMessageWith));
    }

    private Channel directMessageWith(User user) {
        return workspace.channels().directMessageWith(user);
    }

    /** By id, as everywhere but in posting. */
    Channel requireById(Arguments arguments) throws ApiErrorException {
        return requireVisible(arguments.text("channel").flatMap(workspace.channels()::byId));
    }

    private Channel requireVisible(Optional<Channel> channel) throws ApiErrorException {
        return channel.filter(one -> one.type() != Channel.Type.PRIVATE || workspace.isBotMember(one))
                .orElseThrow(() -> new ApiErrorException("channel_not_found"));
    }

    /** A channel to be told about. */
    Channel forRead(Arguments arguments, String deed) throws ApiErrorException {
        Channel channel = requireById(arguments);
        tokenGate.requireScope(channel.type().scope(deed));
        return channel;
    }

    /** A channel whose messages are to be read. */
    Channel forHistory(Arguments arguments) throws ApiErrorException {
        Channel channel = forRead(arguments, "history");
        if (!workspace.isBotMember(channel)) throw new ApiErrorException("not_in_channel");
        return channel;
    }

    /** A channel to be posted in; here a name will do, and a person's id (slack.md 4.6). */
    Channel forPost(Arguments arguments) throws ApiErrorException {
        return requireWritable(requireVisible(findByIdOrName(arguments)));
    }

    /** A channel in which something posted is to be changed; a direct message goes by its own id only (slack.md 4.6). */
    Channel forUpdate(Arguments arguments) throws ApiErrorException {
        return requireWritable(requireById(arguments));
    }

    private Channel requireWritable(Channel channel) throws ApiErrorException {
        if (channel.state().archived()) throw new ApiErrorException("is_archived");
        boolean unasked = channel.type() == Channel.Type.PUBLIC
                && workspace.app().scopes().contains("chat:write.public");
        if (!workspace.isBotMember(channel) && !unasked) throw new ApiErrorException("not_in_channel");
        return channel;
    }
}
